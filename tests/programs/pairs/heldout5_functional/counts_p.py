"""A decorator with options that keeps a journal of calls."""
import functools
import operator
from collections import Counter, deque


def audited(func=None, *, keep=None, render=repr):
    if func is None:
        return functools.partial(audited, keep=keep, render=render)

    journal = deque(maxlen=keep)
    totals = Counter()

    @functools.wraps(func)
    def inner(*args, **kwargs):
        try:
            result = func(*args, **kwargs)
        except ValueError:
            totals["failed"] += 1
            journal.append((func.__name__, render(args), "failed"))
            raise
        totals["ok"] += 1
        journal.append((func.__name__, render(args), render(result)))
        return result

    inner.totals = totals
    return inner


@audited(keep=50)
def scale(values, factor):
    if factor == 0:
        raise ValueError("factor is zero")
    return [v * factor for v in values]


@audited(render=str)
def mix(left, right):
    return list(map(operator.add, left, right))


def main():
    acc = [0] * 20
    for n in range(3000):
        try:
            part = scale(range(20), n % 10)
        except ValueError:
            continue
        acc = [x % 9973 for x in mix(acc, part)]
    print(acc[:3], dict(scale.totals), dict(mix.totals))


if __name__ == "__main__":
    main()
