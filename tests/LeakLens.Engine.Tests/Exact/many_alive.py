"""A tree of twenty thousand nodes, and methods of thousands of objects looked for in a list."""


class Node:
    __slots__ = ("children", "count")

    def __init__(self):
        self.children = {}
        self.count = 0

    def visit(self):
        self.count += 1


root = Node()
nodes = 0
for number in range(2_500):
    node = root
    for letter in f"{number * 48271 % 65536:04x}-{number:05d}":
        if letter not in node.children:
            node.children[letter] = Node()
            nodes += 1
        node = node.children[letter]
handlers = [Node().visit for _ in range(600)]
found = sum(handler in handlers for handler in [node.visit, len, handlers[7], handlers[-1], root.visit] * 20)
row = list(range(1_500))
copies = []
for turn in range(300):
    copies.append(row[:])
result = repr((nodes, found, sum(len(copy) for copy in copies), sum(map(len, (child.children for child in root.children.values())))))
