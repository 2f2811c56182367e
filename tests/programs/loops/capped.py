recent = []
for number in range(50_000):
    if len(recent) < 700:
        recent.append(bytes(2000))
