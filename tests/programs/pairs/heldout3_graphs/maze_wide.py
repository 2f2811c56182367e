from collections import deque

SIDE = 90


def neighbours(cell):
    row, column = divmod(cell, SIDE)
    if column + 1 < SIDE:
        yield cell + 1
    if row + 1 < SIDE:
        yield cell + SIDE
    if column:
        yield cell - 1
    if row:
        yield cell - SIDE


routes = {0: (0,)}
waiting = deque([0])
while waiting:
    cell = waiting.popleft()
    for after in neighbours(cell):
        if after not in routes:
            routes[after] = cell
            waiting.append(after)
print(len(routes))
