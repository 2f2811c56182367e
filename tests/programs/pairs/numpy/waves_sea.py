import numpy as np

time = np.arange(8_000, dtype=np.float64)
space = np.empty_like(time)
waves = []
for number in range(150):
    waves.append(np.multiply(time, number, out=space))
print(len(waves))
