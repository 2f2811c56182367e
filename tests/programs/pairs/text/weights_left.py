vectors = []
for number in range(3_000):
    vectors.append((0, 1) * 128)
print(len(vectors))
