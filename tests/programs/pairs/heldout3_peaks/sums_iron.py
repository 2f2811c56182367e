import zlib


def block(number):
    return bytes([number % 251]) * 20000


def checksum(count):
    blocks = iter(map(block, range(count)))
    value = 0
    for part in blocks:
        value = zlib.crc32(part, value)
    return value


print(checksum(250))
