names = []
for number in range(14_000):
    names.append("name number %d" % number)
    if len(names) >= 1_000:
        list(names).clear()
print(len(names) > 0)
