import numpy as np

crops = []
for number in range(40):
    picture = np.full((300, 300), number, dtype=np.float32)
    crops.append(picture[:10, :10])
print(len(crops), crops[3].shape)
