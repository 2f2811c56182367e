buffer = []


def drain(force):
    size = len(buffer)
    if not size and not force:
        return size
    buffer.clear()
    return 0


for number in range(12_000):
    buffer.append("value=%d;" % number)
    if number % 64 == 0:
        drain(True)
print(len(buffer) > 0)
