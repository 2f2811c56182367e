headers = []
for number in range(800):
    block = bytes(4_000 + number)
    headers.append(bytes(memoryview(block)[:20]))
print(len(headers))
