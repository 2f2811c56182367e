import functools


@functools.lru_cache(maxsize=None)
def quote(currency, amount, moment):
    return f"{amount * 1.17:.2f} {currency} at {moment}"


total = 0
for moment in range(3_000):
    total += len(quote("EUR", 100, moment // 600))
