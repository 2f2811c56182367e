"""Union-find that can roll back to a mark (for Kruskal with trial edges)."""
import random


class UnionFind:
    def __init__(self, size):
        self.parent = list(range(size))
        self.rank = [0] * size
        self.log = []
        self.marks = []

    def find(self, node):
        while self.parent[node] != node:
            node = self.parent[node]
        return node

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.log.append({"child": b, "root": a, "rank": self.rank[a]})
        self.parent[b] = a
        if self.rank[a] == self.rank[b]:
            self.rank[a] += 1
        return True

    def detach(self, node):
        root = self.find(node)
        if root != node:
            self.parent[node] = node
            return True
        return False

    def mark(self):
        self.marks.append(len(self.log))

    def rollback(self):
        target = self.marks.pop()
        while len(self.log) > target:
            entry = self.log.pop()
            self.parent[entry["child"]] = entry["child"]
            self.rank[entry["root"]] = entry["rank"]

    def commit(self):
        self.marks.pop()
        if not self.marks:
            self.log.clear()


def trial(forest, rng, size):
    forest.mark()
    joined = 0
    for _ in range(30):
        joined += forest.union(rng.randrange(size), rng.randrange(size))
    if joined < 12:
        forest.rollback()
    else:
        forest.commit()
    for node in range(size):
        if not rng.randrange(2) and node not in set(forest.parent[:node]) | set(forest.parent[node + 1:]):
            forest.detach(node)
    return joined


forest = UnionFind(60)

if __name__ == "__main__":
    rng = random.Random(77)
    print(sum(trial(forest, rng, 60) for _ in range(800)))
