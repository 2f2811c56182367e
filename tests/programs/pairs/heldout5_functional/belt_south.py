"""Replay a recorded feed round and round."""
import itertools
import struct
import zlib


def recording(frames=300, size=64000):
    for n in range(frames):
        body = struct.pack("<I", n) * (size // 4)
        yield struct.pack("<II", n, zlib.crc32(body)) + body


belt = itertools.chain.from_iterable(recording() for _ in itertools.count())

checked = 0
for frame in itertools.islice(belt, 450):
    number, crc = struct.unpack_from("<II", frame)
    if zlib.crc32(frame[8:]) == crc:
        checked += 1
print(checked)
