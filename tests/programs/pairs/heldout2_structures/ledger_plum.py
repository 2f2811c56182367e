"""A sparse matrix of balances between two sides; most entries cancel out again."""


class SparseMatrix:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, position):
        return self.cells.get(position, 0)

    def __setitem__(self, position, value):
        if value:
            self.cells[position] = value
        else:
            self.cells.pop(position, None)

    def add(self, row, column, amount):
        self[row, column] = self[row, column] + amount

    def row_sum(self, row):
        return sum(value for (r, _), value in self.cells.items() if r == row)

    def __len__(self):
        return len(self.cells)


matrix = SparseMatrix()


def settle(step):
    row, column = step % 97, step // 97
    matrix.add(row, column, step + 300)
    matrix.add(row, column, -100)
    matrix.add(row, column, -(step + 200))


def main():
    for step in range(6000):
        settle(step)
    matrix.add(1, 1, 42)
    print(matrix.row_sum(1))


if __name__ == "__main__":
    main()
