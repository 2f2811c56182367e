"""How many cycles does this model of a menu make?"""
import gc


class Node:
    def __init__(self, label, parent=None):
        self.label = label
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


def menu(n):
    root = Node(f"menu {n}")
    for i in range(6):
        entry = Node(f"entry {n}.{i}", root)
        for j in range(3):
            Node(f"item {n}.{i}.{j}", entry)
    return len(root.children)


def main():
    gc.collect()
    gc.set_debug(gc.get_debug() & ~gc.DEBUG_SAVEALL)
    found = 0
    for n in range(150):
        menu(n)
        found += gc.collect()
    gc.set_debug(0)
    print(found, bool(gc.garbage))


if __name__ == "__main__":
    main()
