import numpy as np

tops = []
for n in range(60):
    block = np.full((200, 100), n * 0.5)
    block[n] = 1.0
    tops.append(block[:2])
print(len(tops), float(tops[-1].sum()))
