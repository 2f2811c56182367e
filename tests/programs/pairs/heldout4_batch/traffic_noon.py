"""Requests per weekday and hour from an access log."""
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta
from functools import lru_cache


@lru_cache(maxsize=None)
def moment(text):
    """Parsing is slow and days repeat."""
    return datetime.fromisoformat(text)


def write_log(out, requests):
    start = datetime(2024, 2, 26)
    for n in range(requests):
        stamp = start + timedelta(seconds=11 * n)
        out.write(f"{stamp.isoformat()} GET /p/{n % 17} {200 if n % 31 else 500}\n")
    out.seek(0)


def crunch(lines):
    busy = Counter()
    broken = Counter()
    for line in lines:
        when = moment(line[:19])
        hour = int(line[11:13])
        busy[when.strftime("%a"), hour] += 1
        if line.endswith(" 500\n"):
            broken[hour] += 1
    return busy, broken


with tempfile.TemporaryFile("w+") as log:
    write_log(log, 60_000)
    busy, broken = crunch(log)
print(busy.most_common(3), broken.most_common(1), date(2024, 3, 1) > date.min)
