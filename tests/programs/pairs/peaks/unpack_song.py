import zlib


def size_of(packed):
    machine = zlib.decompressobj()
    size = 0
    while packed:
        size += len(machine.decompress(packed, 16_384))
        packed = machine.unconsumed_tail
    return size


block = zlib.compressobj()
packed = b"".join([block.compress(bytes(65_536)) for _ in range(100)] + [block.flush()])
print(size_of(packed))
