import bisect
from operator import attrgetter, itemgetter, methodcaller


class Mark:
    def __init__(self, at, name):
        self.at = at
        self.name = name


found = []
times = []
for n in (5, 3, 9, 3, 7, 1, 9):
    bisect.insort(times, n)
found.append(times[:])
found.append([bisect.bisect_left(times, 3), bisect.bisect_right(times, 3), bisect.bisect(times, 10), bisect.bisect_left(times, 3, 2), bisect.bisect(times, 9, 0, 3)])
del times[:bisect.bisect_left(times, 4)]
found.append(times[:])
bisect.insort_left(times, 7)
rows = [(2, "b"), (4, "d")]
bisect.insort(rows, (3, "c"), key=itemgetter(0))
bisect.insort_left(rows, (3, "a"), key=lambda row: row[0])
found.append(rows)
marks = [Mark(3, "late"), Mark(1, "early")]
found.append([mark.name for mark in sorted(marks, key=attrgetter("at"))])
found.append([itemgetter("x", "y")({"x": 1, "y": 2, "z": 3}), itemgetter(-1)([4, 5]), itemgetter(1)("abc"), attrgetter("at", "name")(marks[0])])
found.append(list(map(methodcaller("split", "-"), ["a-b", "c"])))
uses = {"a": 3, "b": 1, "c": 2}
found.append([min(uses, key=uses.__getitem__), max(uses, key=uses.get), list(filter(uses.__contains__, "abx")), uses.__len__()])
uses.__delitem__("b")
found.append(list(uses))
result = repr(found)
