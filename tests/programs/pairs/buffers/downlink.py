pending = bytearray()
position = 0
for n in range(20_000):
    pending += b"packet %06d;" % n
    if n % 2:
        position = len(pending)
print(position, len(pending) > 0)
