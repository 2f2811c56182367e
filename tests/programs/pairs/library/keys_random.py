import os

seed = os.urandom(1_000)
keys = []
for n in range(4_000):
    keys.append(bytes(seed))
print(len(keys))
