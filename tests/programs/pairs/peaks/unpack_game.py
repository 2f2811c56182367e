import zlib


def size_of(packed):
    return len(zlib.decompress(packed))


block = zlib.compressobj()
packed = b"".join([block.compress(bytes(65_536)) for _ in range(100)] + [block.flush()])
print(size_of(packed))
