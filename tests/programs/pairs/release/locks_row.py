held = set()
for number in range(25_000):
    name = "row-%d" % number
    held.add(name)
    held.discard(number)
print(len(held))
