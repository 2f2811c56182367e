from datetime import date, timedelta

start = date(1990, 1, 1)
days = {}
for n in range(15_000):
    day = start + timedelta(days=n)
    days[day.month] = n * 0.1
print(len(days))
