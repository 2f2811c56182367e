class Buffer:
    __slots__ = ("data", "used")

    def __init__(self):
        self.data = bytearray(700)
        self.used = 0

    def write(self, text):
        part = text.encode()
        self.data[: len(part)] = part
        self.used = len(part)
        return self.used


class Buffers:
    def __init__(self, reserve):
        self.reserve = reserve
        self.spare = []

    def take(self):
        if len(self.spare) > self.reserve:
            return self.spare.pop()
        return Buffer()

    def give(self, buffer):
        buffer.used = 0
        self.spare.append(buffer)


buffers = Buffers(4096)
written = 0
for n in range(3500):
    buffer = buffers.take()
    written += buffer.write(f"line {n}")
    buffers.give(buffer)
print(written)
