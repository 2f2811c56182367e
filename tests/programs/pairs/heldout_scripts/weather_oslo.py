import statistics

history = []


def trimmed(values, limit):
    if len(values) > limit:
        return values[-limit:]
    return values


for hour in range(9_000):
    history.append(round(12.5 + (hour % 24) * 0.37 + hour * 0.001, 3))
    window = trimmed(history, 48)
    if hour % 24 == 0:
        mean = statistics.fmean(window)
