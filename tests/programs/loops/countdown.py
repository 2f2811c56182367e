kept = []
left = 5_000
while left > 0:
    kept.append(bytes(700))
    left -= 2
