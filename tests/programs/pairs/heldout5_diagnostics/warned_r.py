"""Collect deprecation warnings while the old API is exercised."""
import warnings


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def get(self, r, c):
        warnings.warn("Matrix.get is deprecated, use m[r, c]", DeprecationWarning, stacklevel=2)
        return self.rows[r][c]

    def __getitem__(self, at):
        r, c = at
        return self.rows[r][c]


def trace_of(matrix):
    return sum(matrix.get(i, i) for i in range(len(matrix.rows)))


def sum_of(matrix):
    size = len(matrix.rows)
    return sum(matrix.get(r, c) for r in range(size) for c in range(size))


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    total = 0
    for n in range(100):
        matrix = Matrix([[n + r * c for c in range(8)] for r in range(8)])
        total += trace_of(matrix) + sum_of(matrix) - matrix[0, 0]

print(total, len({w.lineno for w in caught}))
