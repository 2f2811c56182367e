recent = []
for number in range(9_000):
    recent.append((number, "caller %d" % (number % 100), number * 0.1))
    recent = recent[-50:]
print(recent[-1])
