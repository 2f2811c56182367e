document = "All human beings are born free and equal. " * 60
extracts = []
for number in range(3_000):
    extracts.append(document[:])
print(len(extracts))
