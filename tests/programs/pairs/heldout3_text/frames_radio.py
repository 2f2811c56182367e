import struct


class Decoder:
    head = struct.Struct("<HI")

    def __init__(self):
        self.buffer = bytearray()
        self.at = 0
        self.sum = 0

    def feed(self, data):
        self.buffer += data
        while len(self.buffer) - self.at >= self.head.size:
            length, number = self.head.unpack_from(self.buffer, self.at)
            if len(self.buffer) - self.at < self.head.size + length:
                break
            self.at += self.head.size + length
            self.sum += number
        if self.at > 4096:
            del self.buffer[: self.at]
            self.at = 0


def frames(count):
    for n in range(count):
        body = bytes([n % 256]) * (100 + n % 50)
        yield struct.pack("<HI", len(body), n) + body


decoder = Decoder()
for frame in frames(20000):
    decoder.feed(frame[:40])
    decoder.feed(frame[40:])
print(decoder.sum)
