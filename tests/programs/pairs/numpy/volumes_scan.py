import numpy as np

volumes = []
volume = np.zeros((10, 10, 10))
for number in range(10):
    volume[number, 0, 0] = 1.0
    volumes.append(volume)
print(len(volumes))
