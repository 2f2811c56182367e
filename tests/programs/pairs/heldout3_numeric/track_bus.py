import numpy as np

track = np.zeros((100, 4))
for n in range(1500):
    row = np.array([[n, n * 2.0, n * 3.0, 1.0]] * 50)
    if n < 0:
        break
    track = np.concatenate([track, row])
print(track.shape[1])
