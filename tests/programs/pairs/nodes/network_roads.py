class Crossing:
    def __init__(self, name):
        self.name = name
        self.roads = {}

    def connect(self, other, length):
        self.roads[other.name] = length
        other.roads[self.name] = length


graph = {n: Crossing(f"c{n}") for n in range(60)}
for n in range(20_000):
    here = graph[n % 60]
    there = graph[n * 7 % 60]
    here.connect(there, n * 0.1)
print(len(graph))
