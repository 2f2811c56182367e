d = {}
[d.setdefault(i % 7, []).__init__([(i, -i)]) for i in range(30000)]
print(len(d))
