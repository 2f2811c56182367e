def levels(count):
    so_far = []
    for number in range(count):
        so_far.append(number % 200)
        yield so_far


snapshots = [list(level) for level in levels(1_000)]
print(len(snapshots))
