hits = []
for a in range(1, 40):
    for b in range(1, 40):
        for c in range(1, 40):
            if a * a + b * b == c * c:
                hits.append((a, b, c))
print(len(hits))
