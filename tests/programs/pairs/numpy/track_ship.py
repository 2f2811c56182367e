import numpy as np

track = np.zeros((1, 3))
for number in range(1, 1_500):
    point = np.array([[number, number * 2.0, number * 3.0]] * 20)
    track = np.concatenate([track[-1:], point])
print(track.shape[1])
