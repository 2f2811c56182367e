names = set()
for number in range(1_000):
    names.add("name %d" % number)
for other in
