def walker(start):
    place = start
    trail = [start]

    def step(dx, dy):
        nonlocal place, trail
        place = place[0] + dx, place[1] + dy
        trail = [*trail[-8:], place]
        return sum(x * y for x, y in trail[-3:])

    def reset():
        nonlocal trail
        trail = [place]

    return step, reset


step, reset = walker((0, 0))
area = 0
for n in range(12000):
    area += step(n % 7 - 2, n % 5)
print(area > 0)
