class Solver:
    def __init__(self, size: int):
        self.size = size
        self.steps: list[list[list[float]]] = []

    def step(self, number: int) -> float:
        matrix = [[number / (1.0 + row + column) for column in range(self.size)] for row in range(self.size)]
        self.steps.append(matrix)
        return matrix[0][0]


solver = Solver(60)
for number in range(150):
    value = solver.step(number)
print(value)
