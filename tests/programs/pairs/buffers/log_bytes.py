blocks = []
size = 0
for n in range(64):
    block = bytearray(1024 * 1024)
    block[n] = 1
    size += len(block)
    blocks.append(block[n])
print(size)
