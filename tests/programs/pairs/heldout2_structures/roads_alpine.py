"""A road map as an undirected graph; small towns come and go, big cities stay."""
from collections import deque


class RoadMap:
    def __init__(self):
        self.edges = {}

    def add_town(self, town):
        self.edges.setdefault(town, set())

    def connect(self, left, right):
        self.add_town(left)
        self.add_town(right)
        self.edges[left].add(right)
        self.edges[right].add(left)

    def remove_town(self, town):
        neighbours = self.edges.pop(town, set())
        for other in neighbours - {town}:
            self.edges[other].discard(self.edges.get(town))

    def distance(self, start, goal):
        queue = deque([(start, 0)])
        seen = {start}
        while queue:
            town, steps = queue.popleft()
            if town == goal:
                return steps
            for other in self.edges.get(town, ()):
                if other not in seen and other in self.edges:
                    seen.add(other)
                    queue.append((other, steps + 1))
        return None


CITIES = ["Bern", "Chur", "Lugano", "Sion"]
roads = RoadMap()


def main():
    for left, right in zip(CITIES, CITIES[1:]):
        roads.connect(left, right)
    for number in range(6000):
        town = f"village {number}"
        roads.connect(town, CITIES[number % 4])
        roads.connect(town, CITIES[(number + 1) % 4])
        if number >= 10:
            roads.remove_town(f"village {number - 10}")
    print(roads.distance("Bern", "Sion") is not None)


if __name__ == "__main__":
    main()
