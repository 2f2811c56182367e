class Branch:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = self.right = None


def insert(branch, key):
    while True:
        side = "left" if key < branch.key else "right"
        if key == branch.key:
            return
        below = getattr(branch, side)
        if below is None:
            setattr(branch, side, Branch(key))
            return
        branch = below


root = Branch(5_000)
for n in range(10_000):
    insert(root, n * 7919 % 30 + 100_000)
print(root.key)
