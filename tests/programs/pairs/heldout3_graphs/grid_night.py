class Sparse:
    def __init__(self, width):
        self.width = width
        self.cells = {}

    def __getitem__(self, place):
        return self.cells.get(place, 0)

    def __setitem__(self, place, value):
        if value:
            self.cells[place] = value
        else:
            self.cells.pop(place, None)

    def total(self):
        return sum(self.cells.values())


matrix = Sparse(300)
for step in range(20000):
    row, column = divmod(step, matrix.width)
    matrix[row, column] = step % 90 + 10
    if step >= 20:
        matrix[divmod(step - 20, matrix.width)] = 0
print(matrix.total())
