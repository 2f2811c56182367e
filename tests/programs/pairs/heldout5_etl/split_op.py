"""Validate a stream of JSON lines and keep a second arm of it for a preview."""
import itertools
import json


def lines(count):
    for n in range(count):
        yield json.dumps({"id": n, "name": f"customer {n}", "tags": ["a", "b", str(n % 5)], "score": n * 1.5})


def parse(stream):
    for line in stream:
        yield json.loads(line)


def valid(record):
    return record["id"] >= 0 and len(record["tags"]) == 3


records, preview = itertools.tee(parse(lines(8000)))
good = bad = 0
first_names = []
for record in records:
    shown = next(preview)
    if len(first_names) < 5:
        first_names.append(shown["name"])
    if valid(record):
        good += 1
    else:
        bad += 1

print(good, bad, first_names)
