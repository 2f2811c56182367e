import functools


def traced(function):
    calls = []

    @functools.wraps(function)
    def wrapper(*arguments):
        calls[:] = [arguments]
        return function(*arguments)

    return wrapper


@traced
def add(left, right):
    return left + right


total = 0
for n in range(16_000):
    total = add(total, n * 0.5)
print(total)
