def parse(text, position, depth):
    items = []
    while position < len(text) and text[position] != ")":
        if text[position] == "(":
            item, position = nested(text, position + 1, depth + 1)
            items.append(item)
        else:
            items.append(text[position] + str(depth))
            position += 1
    return items, position


def nested(text, position, depth):
    items, position = parse(text, position, depth)
    return items, position + 1


tree, _ = parse("(ab(cd)(ef(gh)))" * 1_500, 0, 0)
print(len(tree))
