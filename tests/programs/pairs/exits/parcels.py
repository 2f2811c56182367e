shelf = []


def place(items, wanted):
    for item in items:
        shelf.append(f"{item:>400}")
        if item == wanted:
            return item
    return None


place(range(7_000), 6_999)
print(len(shelf))
