groups = {}
for n in range(60_000):
    name = "class-%d" % (n % 12)
    groups.setdefault(name, set()).add(n * 3 % 7)
for name in sorted(groups):
    print(name, len(groups[name]))
