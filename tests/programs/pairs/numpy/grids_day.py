import numpy as np

row = np.arange(500, dtype=np.float64)
grids = []
for number in range(10):
    grids.append(np.broadcast_to(row, (200, 500)))
print(len(grids), grids[0].shape)
