import gc
import weakref

gc.disable()


class Node:
    def __init__(self, label, parent=None):
        self.label = label
        self.children = []
        self.parent = None
        if parent is not None:
            self.parent = weakref.ref(parent)
            parent.children.append(self)


def grow(depth, label, parent=None):
    node = Node(label, parent)
    if depth:
        for side in "lr":
            grow(depth - 1, label + side, node)
    return node


def leaves(node):
    if not node.children:
        return 1
    return sum(leaves(child) for child in node.children)


counted = 0
for n in range(150):
    counted += leaves(grow(5, f"tree{n}"))
print(counted)
