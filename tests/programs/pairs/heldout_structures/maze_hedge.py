from collections import deque

SIZE = 11


def neighbours(cell):
    row, column = cell
    for down, right in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        if 0 <= row + down < SIZE and 0 <= column + right < SIZE:
            yield row + down, column + right


def explore(start):
    parents = {start: None}
    waiting = deque([start])
    while waiting:
        cell = waiting.popleft()
        for following in neighbours(cell):
            if following not in parents:
                parents[following] = cell
                waiting.append(following)
    return parents


def way_to(parents, goal):
    way = []
    while goal is not None:
        way.append(goal)
        goal = parents[goal]
    return way


answers = []
for question in range(60):
    parents = explore((question % SIZE, question // SIZE))
    way = way_to(parents, (SIZE - 1, SIZE - 1))
    answers.append((question, len(way)))
