headers = []
for number in range(800):
    block = bytes(4_000 + number)
    headers.append(memoryview(block)[:20])
print(len(headers))
