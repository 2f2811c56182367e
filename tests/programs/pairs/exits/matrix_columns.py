cells = []


def fill(limit):
    for row in range(400):
        assert row < limit, "table is full"
        cells.append([row * column for column in range(100)])


try:
    fill(400)
except AssertionError as stop:
    print(stop)
print(len(cells))
