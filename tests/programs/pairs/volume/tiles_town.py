tiles = {}
for x in range(25):
    for y in range(25):
        tiles[x, y] = bytearray(64 * 1024)
print(len(tiles))
