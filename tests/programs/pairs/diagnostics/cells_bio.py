import gc
import tracemalloc


class Cell:
    def __init__(self, number):
        self.data = "z" * 2_000 + str(number)
        self.partner = None


tracemalloc.start()
cells = []
for number in range(1_000):
    left, right = Cell(number), Cell(number)
    left.partner, right.partner = right, left
    cells.append(left)
gc.collect()
current, peak = tracemalloc.get_traced_memory()
print(peak >= current)
