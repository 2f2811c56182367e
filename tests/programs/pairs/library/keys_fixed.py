import os

seed = os.urandom(1_000)
keys = []
for n in range(4_000):
    keys.append(os.urandom(1_000))
print(len(keys))
