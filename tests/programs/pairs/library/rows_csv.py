import csv

lines = [f"{n};name {n};{n * 3.5}" for n in range(50)]
table = []
for part in range(120):
    reader = csv.reader(lines, delimiter=";")
    table.append(sum(len(row) for row in reader))
print(len(table))
