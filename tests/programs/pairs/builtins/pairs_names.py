names = (f"name {n}" for n in range(15_000))
codes = (n * 31 for n in range(15_000))
pairs = dict(zip(names, codes))
print(type(pairs).__name__)
