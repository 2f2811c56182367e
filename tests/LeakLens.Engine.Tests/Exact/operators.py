"""Operators that are called as functions, of the module operator and of values."""
import operator
from functools import reduce
from itertools import accumulate


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __invert__(self):
        return (self.y, self.x)


is_end = ";".__eq__
add_ten = (10).__add__
names = {"a": 1}
operator.setitem(names, "b", 2)
operator.delitem(names, "a")
turned = -Vector(1, 2)
huge = 1 << 100
parts = [
    [token for token in "ab;c;" if is_end(token)],
    list(map(str.isalpha, ["a", "1", "b2"])),
    list(map(add_ten, range(3))),
    list(map("hello".__contains__, ["ell", "x"])),
    list(filter((5).__lt__, [3, 6, 9])),
    reduce(operator.mul, range(1, 8)),
    list(accumulate([3, 1, 2], operator.sub)),
    sorted([(2, "x"), (1, "y")], key=operator.itemgetter(0)),
    [operator.eq(1, 1.0), operator.lt("a", "b"), operator.contains([1, 2], 2), operator.is_(None, None), operator.not_([])],
    [operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 9), operator.xor(6, 3), operator.neg(4), operator.inv(4), operator.truth("")],
    operator.getitem([5, 6, 7], 1),
    "ab".__mul__(3),
    "abc".__len__(),
    (3).__rsub__(10),
    names,
    (turned.x, turned.y),
    ~Vector(3, 4),
    -huge,
    ~huge,
    list(map(None.__ne__, [None])),
]
result = repr(parts)
