rests = []
for number in range(1_200):
    values = [number * 1000 + n for n in range(30)]
    first, *rest, last = values
    rests.append(rest[0])
print(len(rests))
