recent = []
for number in range(1_000_000):
    recent.append(bytes(2000))
    if number == 1234:
        break
