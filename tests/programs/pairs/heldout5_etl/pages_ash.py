"""A page store for rendered reports with an index on the side."""
import json
import struct
import zlib
from itertools import groupby
from operator import itemgetter


class PageStore:
    HEADER = struct.Struct("<II")

    def __init__(self):
        self.pages = {}
        self.sizes = []

    def put(self, page_id, text):
        raw = text.encode("utf-8")
        packed = zlib.compress(raw, 6)
        header = self.HEADER.pack(len(raw), zlib.crc32(raw))
        self.sizes.append(len(packed))
        self.pages[page_id] = header + packed

    def ratio(self):
        return sum(self.sizes) / max(1, len(self.sizes))


def events(count):
    for n in range(count):
        yield {"day": n // 120, "kind": ("click", "view", "buy")[n % 3], "value": n % 10}


def render(day, rows):
    lines = [f"Report of day {day}", "=" * 40]
    for row in rows:
        lines.append(f"kind {row['kind']:<10} value {row['value']:>8} source web-shop-frontend region europe-west")
    lines.append(json.dumps({"day": day, "rows": len(rows)}))
    return "\n".join(lines)


def build(store, count):
    days = 0
    for day, rows in groupby(events(count), key=itemgetter("day")):
        store.put(f"day-{day}", render(day, list(rows)))
        days += 1
    return days


store = PageStore()

if __name__ == "__main__":
    print(build(store, 36000), "days,", round(store.ratio()), "bytes on average when compressed")
