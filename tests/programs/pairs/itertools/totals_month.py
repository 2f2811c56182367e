from functools import reduce

months = range(4_000)
rows = reduce(lambda done, month: done + [f"month {month}: {month * 99}"], months, [])
print(len(rows) > 0)
