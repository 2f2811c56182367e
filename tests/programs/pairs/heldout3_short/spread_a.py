d = {}
[d.setdefault(i % 7, []).append((i, -i)) for i in range(30000)]
print(len(d))
