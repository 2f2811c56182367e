import struct


def altitude(count):
    data = struct.pack("<d", 812.5) * 2_000
    total = 0.0
    points = [point for _ in range(count) for point in struct.unpack("<2000d", data)]
    for point in points:
        total += point
    return total / count / 2_000


print(altitude(30))
