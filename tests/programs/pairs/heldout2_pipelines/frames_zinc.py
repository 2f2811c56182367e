"""Puts messages together from chunks that several streams send in turn."""
import struct

HEADER = struct.Struct(">IHH")


class Assembler:
    def __init__(self):
        self.partial = {}
        self.sizes = {}
        self.complete = 0

    def feed(self, chunk):
        message, size, length = HEADER.unpack_from(chunk)
        body = chunk[HEADER.size:HEADER.size + length]
        parts = self.partial.setdefault(message, [])
        parts.append(body)
        self.sizes[message] = self.sizes.get(message, 0) + length
        if self.is_complete(message, size):
            return self.finish(message)
        return None

    def is_complete(self, message, size):
        return self.sizes[message] >= size

    def finish(self, message):
        parts = self.partial.pop(message)
        del self.sizes[message]
        self.complete += 1
        return b"".join(parts)


def split(message, payload, step):
    for start in range(0, len(payload), step):
        part = payload[start:start + step]
        yield HEADER.pack(message, len(payload), len(part)) + part


def traffic(messages):
    for number in range(messages):
        payload = bytes([number % 251]) * 256
        yield from split(number, payload, 64)


assembler = Assembler()


def main():
    total = 0
    for chunk in traffic(1500):
        message = assembler.feed(chunk)
        if message is not None:
            total += len(message)
    print(assembler.complete, total)


if __name__ == "__main__":
    main()
