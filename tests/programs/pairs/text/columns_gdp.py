title = "Gross domestic product per head, by region and year. " * 30
cells = []
for number in range(4_000):
    cells.append(title.ljust(2_000))
print(len(cells))
