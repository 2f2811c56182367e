from collections import deque


def ship(amount):
    queue = deque()
    shipped = 0
    for n in range(amount):
        queue.append({"order": n, "lines": [n, n + 1]})
        while queue:
            shipped += len(queue.popleft()["lines"])
    return shipped


print(ship(10_000))
