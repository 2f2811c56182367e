places = [("place %d" % n, n * 37 % 1000) for n in range(100)]
found = []
for turn in range(15_000):
    name, height = places[turn % len(places)]
    found.append((turn, name.upper(), height))
    if height > 900:
        continue
print(found[-1])
