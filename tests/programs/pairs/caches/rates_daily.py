from functools import cache as memoize


@memoize
def rate(day):
    return {"day": day, "value": 1.0 + day / 1000}


for day in range(8_000):
    rate(day)
print(rate.cache_info().currsize > 100)
