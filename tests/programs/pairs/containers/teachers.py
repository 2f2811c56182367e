groups = {}
for n in range(60_000):
    name = "class-%d" % (n % 12)
    groups.setdefault(name, []).append(n * 3)
for name in sorted(groups):
    print(name, len(groups[name]))
