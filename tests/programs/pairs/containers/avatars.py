from collections import OrderedDict

CAPACITY = 100
images: "OrderedDict[int, bytes]" = OrderedDict()


def load(identifier: int) -> bytes:
    if identifier in images:
        images.move_to_end(identifier)
        return images[identifier]
    data = bytes(800 + identifier % 7)
    images[identifier] = data
    if len(images) > CAPACITY:
        images.popitem(last=False)
    return data


total = 0
for identifier in range(6_000):
    total += len(load(identifier))
print(total)
