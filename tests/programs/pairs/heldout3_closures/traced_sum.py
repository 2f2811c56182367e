import functools


def traced(function):
    calls = []

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        calls.append((args, kwargs, result))
        return result

    wrapper.last = lambda: calls[-1]
    return wrapper


@traced
def combine(left, right, *, factor=1):
    return [(a + b) * factor for a, b in zip(left, right)]


for n in range(2500):
    combine([n, n + 1, n + 2], range(n, n + 3), factor=n % 3)
print(combine.last()[2])
