from functools import lru_cache


@lru_cache(maxsize=None)
def region(prefix):
    return [f"{prefix}-{part}" for part in range(3)]


found = 0
for code in range(10_000, 20_000):
    found += len(region(code // 1000))
print(found)
