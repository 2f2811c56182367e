tiles = {}
for x in range(25):
    for y in range(25):
        tiles[x % 2, y % 2] = bytearray(64 * 1024)
print(len(tiles))
