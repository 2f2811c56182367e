vectors = []
for number in range(3_000):
    vectors.append((0, 1) * 129)
print(len(vectors))
