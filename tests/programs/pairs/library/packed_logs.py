import zlib

stored = []
for n in range(300):
    page = (b"%03d " % n) * 8_000
    packed = zlib.compress(page)
    stored.append(zlib.decompress(packed))
print(len(stored))
