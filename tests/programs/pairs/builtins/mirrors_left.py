window = [n * 1000 for n in range(200)]
snapshots = []
for number in range(1_500):
    snapshots.append(reversed(window))
print(len(snapshots))
