def build(depth):
    if depth == 0:
        return (depth, None, None)
    left = build(depth - 1)
    right = build(depth - 1)
    return (depth, left, right)


root = build(14)
print(type(root).__name__)
