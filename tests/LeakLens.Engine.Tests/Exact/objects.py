from dataclasses import dataclass, field
from functools import lru_cache, reduce, total_ordering


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)


@dataclass(order=True)
class Job:
    level: int
    name: str = field(compare=False)


class Bag:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Node:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None


def insert(node, key):
    if node is None:
        return Node(key)
    if key < node.key:
        node.left = insert(node.left, key)
    else:
        node.right = insert(node.right, key)
    return node


def walk(node):
    if node is not None:
        yield from walk(node.left)
        yield node.key
        yield from walk(node.right)


@lru_cache(maxsize=None)
def paths(rows, columns):
    return 1 if rows == 0 or columns == 0 else paths(rows - 1, columns) + paths(rows, columns - 1)


def permutations(items):
    if not items:
        return [[]]
    return [[item] + rest for index, item in enumerate(items) for rest in permutations(items[:index] + items[index + 1:])]


def countdown(n):
    while n:
        received = yield n
        n -= received or 1


versions = sorted(map(Version, ["1.10", "1.2", "1.0.1"]))
jobs = sorted([Job(2, "b"), Job(1, "z"), Job(2, "a")])
bag = Bag()
empty = bool(bag)
bag.items += [Version("1.2"), 4]
root = None
for n in range(30):
    root = insert(root, n * 11 % 31)
counter = countdown(9)
steps = [next(counter), counter.send(3), next(counter)]
for step in counter:
    steps.append(step)
    if step == 3:
        break
steps.append(next(counter))
result = repr(([version.parts for version in versions], Version("1.2") >= versions[0], len({Version("2.0"), Version("2.0")}), [job.name for job in jobs], Job(1, "x") == Job(1, "y"), empty, len(bag), Version("1.2") in bag, list(bag)[1], bag[-1],
    list(walk(root))[:9], paths(8, 8), len(permutations([1, 2, 3, 4])), permutations([1, 2, 3])[-1], steps, reduce(lambda a, b: a * b, range(1, 8)), any(n > 3 for n in bag.items[1:]), all([])))
