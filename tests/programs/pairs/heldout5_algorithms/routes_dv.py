"""Dijkstra on a grid with weights; many queries against one router."""
import heapq
import random


class Router:
    def __init__(self, width, height, seed):
        rng = random.Random(seed)
        self.width = width
        self.height = height
        self.cost = [[rng.randint(1, 9) for _ in range(width)] for _ in range(height)]
        self.frontier = []
        self.queries = 0

    def neighbours(self, x, y):
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < self.width and 0 <= ny < self.height:
                yield nx, ny

    def route(self, start, goal):
        self.queries += 1
        self.begin(start)
        done = set()
        while self.frontier:
            _, cost, node, path = heapq.heappop(self.frontier)
            if node in done:
                continue
            done.add(node)
            if node == goal:
                return cost, path
            for nx, ny in self.neighbours(*node):
                if (nx, ny) not in done:
                    entry = (-self.queries, cost + self.cost[ny][nx], (nx, ny), path + [(nx, ny)])
                    heapq.heappush(self.frontier, entry)
        return None

    def begin(self, start):
        heapq.heappush(self.frontier, (-self.queries, 0, start, [start]))


router = Router(30, 30, seed=2)


def main():
    rng = random.Random(21)
    total = 0
    for _ in range(60):
        start = (rng.randrange(30), rng.randrange(30))
        goal = (rng.randrange(30), rng.randrange(30))
        dist, path = router.route(start, goal)
        total += dist + len(path)
    print(total)


if __name__ == "__main__":
    main()
