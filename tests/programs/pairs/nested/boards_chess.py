boards = []
for number in range(800):
    row = []
    for column in range(120):
        row.append(number * column / 3)
    boards.append(row)
print(len(boards), len(boards[0]))
