moves = []


def move(height, start, goal, spare):
    if height == 0:
        return 0
    before = move(height - 1, start, spare, goal)
    moves[:] = [(height, start + goal)]
    return before + 1 + move(height - 1, spare, goal, start)


print(move(14, "a", "b", "c"))
