"""Index the header of each block of a binary stream."""
import struct


def blocks(count, size=32768):
    for n in range(count):
        yield struct.pack("<4sI", b"BLK0", n) + bytes(size - 8)


index = []
for block in blocks(400):
    view = memoryview(block)
    magic, number = struct.unpack_from("<4sI", view)
    if magic == b"BLK0":
        index.append((number, bytes(view[:8])))

print(len(index), bytes(index[-1][1]))
