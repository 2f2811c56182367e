def build(depth):
    if depth == 0:
        return 1
    left = build(depth - 1)
    right = build(depth - 1)
    return left + right + 1


root = build(14)
print(type(root).__name__)
