class Link:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.before = self.after = self


class Cache:
    def __init__(self, room):
        self.room = room
        self.used = 0
        self.table = {}
        self.root = Link(None, None)

    def get(self, key):
        link = self.table.get(key)
        if link is None:
            return None
        self._unlink(link)
        self._link(link)
        return link.value

    def put(self, key, value):
        link = self.table[key] = Link(key, value)
        self._link(link)
        self.used += 1
        if self.used > self.room:
            oldest = self.root.after
            self._unlink(oldest)
            self.used -= 1
            del self.table[oldest.key]

    def _link(self, link):
        last = self.root.before
        last.after = self.root.before = link
        link.before, link.after = last, self.root

    def _unlink(self, link):
        link.before.after = link.after
        link.after.before = link.before


cache = Cache(room=32)
for number in range(2_000):
    name = f"tile-{number}"
    if cache.get(name) is None:
        cache.put(name, bytes(300))
