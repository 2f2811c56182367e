import json


def records():
    for n in range(12_000):
        yield {"id": n, "name": f"record {n}", "tags": ["a", "b"]}


def export():
    size = 0
    for record in records():
        size += len(json.dumps(record))
    return size


print(export() > 0)
