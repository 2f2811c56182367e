"""What leaves an iterable while a built-in function draws from it leaves the function too."""
from collections import Counter, OrderedDict
from itertools import groupby, islice


def check(number):
    if number == 2:
        raise ValueError("two")
    return number


def broken():
    yield 1
    raise KeyError("gone")


class Numbers:
    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count == 3:
            raise OSError("three")
        return self.count


def tried(work):
    try:
        return work()
    except Exception as problem:
        return type(problem).__name__


def parsed(rows):
    good, bad = [], []
    for row in rows:
        try:
            good.append(tuple(int(part) for part in row.split(",")))
        except ValueError:
            bad.append(row)
    return good, bad


def late_group():
    groups = groupby("aab")
    _, first = next(groups)
    next(groups)
    return list(first)


nan = float("nan")
names = {"a": 1, "b": 2}
parts = [
    tried(lambda: list(map(check, [1, 2]))),
    tried(lambda: sum(map(check, [1, 2]))),
    tried(lambda: sorted(map(check, [1, 2]))),
    tried(lambda: any(map(check, [0, 2]))),
    tried(lambda: tuple(broken())),
    tried(lambda: [].extend(broken())),
    tried(lambda: dict.fromkeys(broken())),
    tried(lambda: list(islice(broken(), 3))),
    tried(lambda: list(Numbers())),
    tried(lambda: max(Numbers())),
    tried(lambda: list(zip([1, 2], [1], strict=True))),
    tried(lambda: list(zip([1], [1, 2], strict=True))),
    list(zip([1, 2], "ab", strict=True)),
    parsed(["1,2", "a,3", "4"]),
    late_group(),
    tried(lambda: dict([(1, 2, 3)])),
    tried(lambda: {}.update(5)),
    tried(lambda: [1] + (2,)),
    tried(lambda: "a" + 1),
    tried(lambda: [1]["a"]),
    tried(lambda: "%s" % (1, 2)),
    tried(lambda: int("5", 1)),
    [nan in [nan], [nan] == [nan], [nan].count(nan)],
    [names.keys() == {"a", "b"}, names.keys() <= {"a"}, names.items() == {"b": 2, "a": 1}.items(), names.values() == names.values(), sorted(names.keys() & ["a"])],
    [OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}],
    [sorted((Counter("aab") + Counter(b=2)).items()), sorted((Counter("aab") - Counter("ab")).items()), sorted((Counter("ab") | Counter("bbc")).items())],
    [None is ..., OSError is IOError],
]
result = repr(parts)
