orders = []


def arrange(path, rest):
    if not rest:
        orders.append(path[:])
        return
    for item in rest:
        path.append(item)
        arrange(path, rest - {item})
        path.pop()


arrange([], frozenset("abcdefgh"[:7]))
print(len(orders))
