from functools import reduce

z = reduce(lambda d, n: {**d, n: str(n) * 150}, range(1800), {})
print(len(z) > 8)
