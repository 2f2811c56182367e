from itertools import groupby

events = ((n // 60, f"event {n}") for n in range(15_000))
by_day = {day: sum(1 for _ in group) for day, group in groupby(events, lambda event: event[0])}
print(len(by_day))
