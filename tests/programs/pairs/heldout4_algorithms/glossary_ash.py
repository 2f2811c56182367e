"""A trie of part numbers; numbers are taken out again when a part is discontinued."""


class Node:
    __slots__ = ("children", "count")

    def __init__(self):
        self.children = {}
        self.count = 0


class Trie:
    def __init__(self):
        self.root = Node()
        self.words = 0

    def add(self, word):
        node = self.root
        for letter in word:
            node = node.children.setdefault(letter, None) or self._grow(node, letter)
        node.count += 1
        self.words += 1

    @staticmethod
    def _grow(node, letter):
        child = node.children[letter] = Node()
        return child

    def remove(self, word):
        path = []
        node = self.root
        for letter in word:
            path.append((node, letter))
            node = node.children[letter]
        node.count -= 1
        self.words -= 1

    def __contains__(self, word):
        node = self.root
        for letter in word:
            node = node.children.get(letter)
            if node is None:
                return False
        return node.count > 0


def part_number(n):
    return f"{n * 48271 % 65536:04x}-{n:05d}"


def season(parts, first, last):
    for n in range(first, last):
        parts.add(part_number(n))
    found = sum(part_number(n) in parts for n in range(first, last, 5))
    for n in range(first, last):
        parts.remove(part_number(n))
    return found


PARTS = Trie()
for year in range(10):
    season(PARTS, year * 700, (year + 1) * 700)
print(PARTS.words, part_number(3) in PARTS)
