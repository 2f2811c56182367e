"""Operators of classes: the right operand is asked where the left one does not know, subclasses come first, and in place is not anew."""
from functools import total_ordering


class Length:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"L{self.value}"

    def __add__(self, other):
        return Length(self.value + other.value) if isinstance(other, Length) else NotImplemented

    def __radd__(self, other):
        return Length(other + self.value)

    def __iadd__(self, other):
        self.value += getattr(other, "value", other)
        return self

    def __mul__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return isinstance(other, Length) and self.value == other.value

    def __hash__(self):
        return hash(self.value) % 2

    def __lt__(self, other):
        return self.value < other.value

    def __contains__(self, item):
        return item == self.value

    def __getitem__(self, index):
        return ("item", index.indices(10)) if isinstance(index, slice) else index

    def __neg__(self):
        return Length(-self.value)

    def __bool__(self):
        return self.value != 0


class Long(Length):
    def __radd__(self, other):
        return "Long first"


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __gt__(self, other):
        return self.number > other.number


class Steps:
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        return iter(range(self.count))


class Asked:
    def __init__(self, column):
        self.column = column

    def __eq__(self, other):
        return f"{self.column} = {other}"


def told(action):
    try:
        return action()
    except TypeError as problem:
        return str(problem)


one, two = Length(1), Length(2)
alias = two
two += 3
same = {1, 2}
other = same
other -= {1}
rows = held = [0]
rows *= 3
pair = (1, [2])
try:
    pair[1].append(0)
    pair[1] += [3]
except TypeError as problem:
    refused = str(problem)
result = repr([
    one + two, 5 + one, sum([one, two]), one + Long(1), told(lambda: one * 2), told(lambda: one - 1), alias is two, two, sorted(other), same is other, held, pair, refused,
    one < two, one > two, sorted([two, one]), max(one, two), told(lambda: one >= two), one == Length(1), one != Length(1), one == 1, one in [Length(1)], [two, one].index(Length(1)),
    {one: "a", Length(3): "b"}[Length(1)], len({one, Length(1), Length(3)}), hash(one) == hash(Length(1)), 1 in one, one[2:8:3], one["k"], -one, bool(Length(0)), not one,
    Version(1) <= Version(1), Version(2) >= Version(3), Version(1) < Version(2), Version(2) > Version(1), 2 in Steps(3), 7 in Steps(3), (lambda a, b: b)(*Steps(2)), Asked("id") == 5,
    float("nan") <= 1, [] == 0, () == [], 1 == True, {1: 2} != [1],
])
