window = []
for number in range(20_000):
    window.append(bytes(1_000))
    if len(window) > 50:
        window.pop(0)
