from weakref import finalize


class Page:
    """A page of memory that notes its release."""

    released = []

    def __init__(self, number, size):
        self.name = f"page-{number:04d}"
        self.data = bytearray(size)
        self.end = finalize(self, self.close, self.name)
        self.end.atexit = False

    @classmethod
    def close(cls, name):
        if name.endswith("00"):
            cls.released.append(name)

    def release(self, name):
        self.close(name)

    def fill(self, seed):
        for offset in range(0, len(self.data), 512):
            self.data[offset] = (seed + offset) % 251
        return sum(self.data[::512])


total = 0
for number in range(640):
    page = Page(number, (16 + number % 97) * 1024)
    total += page.fill(number)
del page
print(total, Page.released)
