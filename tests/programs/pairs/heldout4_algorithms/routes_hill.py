"""Hop counts between the stations of a tram network, kept per source station."""
from __future__ import annotations

from collections import OrderedDict, deque


class Network:
    def __init__(self, width: int, height: int) -> None:
        self.size = width * height
        self.edges: list[list[int]] = [[] for _ in range(self.size)]
        for y in range(height):
            for x in range(width):
                here = y * width + x
                if x + 1 < width:
                    self.join(here, here + 1)
                if y + 1 < height:
                    self.join(here, here + width)

    def join(self, a: int, b: int) -> None:
        self.edges[a].append(b)
        self.edges[b].append(a)

    def hops_from(self, source: int) -> list[int]:
        hops = [-1] * self.size
        hops[source] = 0
        waiting = deque([source])
        while waiting:
            node = waiting.popleft()
            for other in self.edges[node]:
                if hops[other] < 0:
                    hops[other] = hops[node] + 1
                    waiting.append(other)
        return hops


class HopTables:
    """Remembers the tables of the stations asked for last."""

    keep = 8

    def __init__(self, network: Network) -> None:
        self.network = network
        self.tables: OrderedDict[int, list[int]] = OrderedDict()

    def table(self, source: int) -> list[int]:
        if source in self.tables:
            self.tables.move_to_end(source)
            while len(self.tables) > self.keep:
                self.tables.popitem(last=False)
            return self.tables[source]
        found = self.tables[source] = self.network.hops_from(source)
        return found


def main(planner: HopTables) -> None:
    longest = 0
    for source in range(planner.network.size):
        table = planner.table(source)
        for target in range(source % 7, planner.network.size, 50):
            longest = max(longest, table[target])
    print("longest ride:", longest)


if __name__ == "__main__":
    PLANNER = HopTables(Network(24, 20))
    main(PLANNER)
