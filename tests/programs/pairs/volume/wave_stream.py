channel = bytearray()
second = bytes(48_000 * 4)
for number in range(600):
    channel += second
print(len(channel) > 0)
