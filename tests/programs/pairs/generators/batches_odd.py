def groups_of(size, values):
    group = []
    for value in values:
        group.append(value * 1000)
        if len(group) == size:
            yield group[:]
            group.clear()


groups = []
for group in groups_of(25, range(60_000)):
    groups.append(group)
print(len(groups))
