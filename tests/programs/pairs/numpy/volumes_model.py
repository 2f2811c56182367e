import numpy as np

volumes = []
for number in range(10):
    volume = np.zeros((100, 100, 100))
    volume[number, 0, 0] = 1.0
    volumes.append(volume)
print(len(volumes))
