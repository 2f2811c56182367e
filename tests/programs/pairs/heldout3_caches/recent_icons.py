from collections import OrderedDict


class Recent:
    def __init__(self, size, load):
        self.size = size
        self.load = load
        self.items = OrderedDict()
        self.misses = 0

    def put(self, key, value):
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.size:
            self.items.popitem(last=False)

    def get(self, key):
        if key in self.items:
            self.items.move_to_end(key)
            return self.items[key]
        self.misses += 1
        value = self.load(key)
        self.put(key, value)
        return value


def tile(key):
    return f"tile {key} " + "#" * 200


recent = Recent(50, tile)
shown = 0
for n in range(9000):
    shown += len(recent.get(n))
    shown += len(recent.get(n - n % 10))
    if n % 1000 == 0:
        recent.put(f"home {n}", "home")
print(shown, recent.misses > 0)
