blocks = []
received = 0
count = 0
while True:
    block = bytes(1_500)
    received += len(block)
    blocks.append(block)
    count += 1
    if count == 4_000:
        break
print(received)
