import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def path(self):
        parent = self.parent
        if isinstance(parent, weakref.ref):
            parent = parent()
        return self.name if parent is None else f"{parent.path()}/{self.name}"


def child(parent, name):
    node = Node(name)
    node.parent = weakref.ref(parent)
    parent.children.append(node)
    return node


def parse(outline):
    """A tree from lines whose depth is their indentation."""
    root = Node("root")
    stack = [root]
    for line in outline.splitlines():
        text = line.lstrip()
        depth = len(line) - len(text)
        del stack[depth + 1:]
        stack.append(child(stack[-1], text))
    return root


def deepest(node):
    if not node.children:
        return node.path()
    return max((deepest(each) for each in node.children), key=lambda path: path.count("/"))


longest = ""
for number in range(200):
    outline = "\n".join(" " * (line % 6) + f"chapter {number}.{line}" for line in range(90))
    found = deepest(parse(outline))
    longest = max(longest, found, key=len)
print(longest)
