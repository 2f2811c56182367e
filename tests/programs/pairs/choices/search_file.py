missing = []
shelves = [list(range(start, start + 20)) for start in range(0, 100, 20)]
for wanted in range(9_000):
    for shelf in shelves:
        if wanted in shelf:
            break
    else:
        missing.append(f"number {wanted} is on no shelf")
print(len(missing))
