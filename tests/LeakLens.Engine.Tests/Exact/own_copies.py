import copy

calls = []


class Grid:
    def __init__(self, rows):
        self.rows = rows

    def __copy__(self):
        calls.append("copy")
        made = object.__new__(Grid)
        made.rows = [row[:] for row in self.rows]
        return made

    def __deepcopy__(self, memo):
        calls.append("deepcopy")
        return Grid(copy.deepcopy(self.rows, memo) + [["deep"]])


grid = Grid([[0, 1], [2]])
shallow = copy.copy(grid)
shallow.rows[0].append(9)
deep = copy.deepcopy({"grid": grid})
views = {number: str(number) for number in range(5)}
pairs = views.items()
first = next(iter(pairs))
oldest = next(iter(views))
del views[oldest]
left = [key for key, _ in views.items()]
for value in views.values():
    if value == "2":
        break
result = repr((grid.rows, shallow.rows, deep["grid"].rows, calls, first, left, value, sorted(views.values(), reverse=True), list(views.keys())[-1], len(views.items())))
