def blocks(count):
    for n in range(count):
        yield b"ID%06d" % n + bytes(3000)


heads = []
for block in blocks(900):
    view = memoryview(block)
    heads.append(view[:8])
print(heads[-1][:2] == b"ID")
