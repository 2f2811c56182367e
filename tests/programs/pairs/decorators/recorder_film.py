from collections import deque
from functools import wraps


def recorded(limit):
    def decorate(function):
        recent = deque(maxlen=limit)

        @wraps(function)
        def wrapper(value):
            result = function(value)
            recent.append((value, result))
            return result

        return wrapper

    return decorate


@recorded(limit=20)
def describe(value):
    return "value %d is %s" % (value, "odd" if value % 2 else "even")


for value in range(12_000):
    describe(value)
print(describe.__name__)
