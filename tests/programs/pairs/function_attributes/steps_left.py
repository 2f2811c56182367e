def step(direction, distance):
    walk.path.append((direction, distance * 1000, f"{direction}{distance}"))


def walk(length):
    walk.path = []
    for distance in range(length):
        step("north", distance)
    return len(walk.path)


walk.path = []
for day in range(300):
    walk(40)
print(walk(1) > 0)
