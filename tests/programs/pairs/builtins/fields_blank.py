blank = dict.fromkeys(range(30_000), 0.0)
print(len(blank))
