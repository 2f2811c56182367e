items = {}


def apply(event):
    match event:
        case {"op": "add", "id": key, "data": data}:
            items[key] = data
        case {"op": "remove", "id": key}:
            items.pop(key, None)
        case _:
            return False
    return True


for n in range(6_000):
    apply({"op": "add", "id": n, "data": bytes(256)})
    apply({"op": "remove", "id": n})
print(len(items))
