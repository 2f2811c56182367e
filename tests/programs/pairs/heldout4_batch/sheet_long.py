"""Cleans a sensor export; a sample of the raw rows is set aside for the auditors."""
import csv
import tempfile
from itertools import islice, tee


def export(rows):
    out = tempfile.TemporaryFile("w+", newline="")
    writer = csv.writer(out)
    for n in range(rows):
        writer.writerow([f"sensor-{n % 40:02d}", 1_700_000_000 + n * 60, f"{n * 7 % 1000 / 10:.1f}", "ok" if n % 13 else "drift"])
    out.seek(0)
    return out


def clean(rows):
    for sensor, stamp, value, quality in rows:
        if quality == "ok":
            yield sensor, int(stamp), float(value)


def hottest(rows):
    best = {}
    for sensor, stamp, value in rows:
        if sensor not in best or value > best[sensor][1]:
            best[sensor] = stamp, value
    return best


rows, audit = tee(csv.reader(export(30_000)))
sample = list(islice(audit, 5))
del audit
best = hottest(clean(rows))
print(len(best), best["sensor-07"], sample[-1])
