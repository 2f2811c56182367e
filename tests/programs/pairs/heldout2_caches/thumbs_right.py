"""Thumbnails of pictures, the most recently used ones are kept."""
from collections import OrderedDict


class LruCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()
        self.hits = 0
        self.misses = 0

    def get(self, key):
        if key not in self.entries:
            self.misses += 1
            return None
        self.entries.move_to_end(key)
        self.hits += 1
        return self.entries[key]

    def put(self, key, value):
        if key not in self.entries:
            self.entries[key] = value
            self.evict()
        self.entries.move_to_end(key)
        self.entries[key] = value
        self.evict()
        return value

    def evict(self):
        while len(self.entries) > self.capacity:
            self.entries.popitem(last=False)


def shrink(name, size):
    pixels = bytearray(size)
    for index, letter in enumerate(name):
        pixels[index % size] ^= ord(letter)
    return bytes(pixels)


cache = LruCache(capacity=20)


def thumbnail(name):
    picture = cache.get(name)
    if picture is None:
        picture = cache.put(name, shrink(name, 512))
    return picture


def main():
    for number in range(2000):
        thumbnail(f"holiday-{number}.jpg")
        thumbnail(f"holiday-{number // 2}.jpg")
    print(cache.misses > cache.hits, len(thumbnail("holiday-0.jpg")))


if __name__ == "__main__":
    main()
