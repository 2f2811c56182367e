heads = []
for number in range(400):
    table = {n: n * 1.5 for n in range(100)}
    heads.append(next(iter(table.items())))
print(len(heads))
