import numpy as np

height = np.arange(100_000, dtype=np.int16)
masks = []
for number in range(40):
    masks.append(height[np.arange(0, 100_000, 2)])
print(len(masks))
