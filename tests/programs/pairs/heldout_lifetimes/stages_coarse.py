import json


def read(count):
    for number in range(count):
        yield json.dumps({"user": number % 30, "page": f"/p/{number}", "agent": "browser " * 5})


def parse(lines):
    for line in lines:
        yield json.loads(line)


def distinct(records, seen):
    for record in records:
        key = record["user"]
        if key not in seen:
            seen.add(key)
            yield record


seen = set()
passed = sum(1 for record in distinct(parse(read(1_800)), seen))
