import numpy as np

base = np.arange(50_000, dtype=np.int32)
inputs = []
for number in range(25):
    inputs.append(np.asarray(base))
print(len(inputs))
