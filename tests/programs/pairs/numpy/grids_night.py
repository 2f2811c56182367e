import numpy as np

row = np.arange(500, dtype=np.float64)
grids = []
for number in range(10):
    grids.append(np.tile(row, (200, 1)))
print(len(grids), grids[0].shape)
