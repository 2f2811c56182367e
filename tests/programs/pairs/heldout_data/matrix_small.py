def value_at(row, column):
    return (row * column) % 1_009 if (row + column) % 40 == 0 else 0


cells = {}
for row in range(120):
    for column in range(120):
        value = value_at(row, column)
        if value is not None:
            cells[row, column] = value
