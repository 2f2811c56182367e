def moves(count):
    value = 1
    for _ in range(count):
        value = value * 48271 % 2147483647
        yield value % 3, value % 2


x = y = 0
visited = set()
for dx, dy in moves(25000):
    x, y = x + dx, y + dy
    visited.add((x, y % 16))
print(len(visited) > 0)
