buffer = bytearray(4_096)
for n in range(2_000):
    frame = bytes([n % 256]) * 4_096
    buffer[len(buffer):] = frame
print(len(buffer))
