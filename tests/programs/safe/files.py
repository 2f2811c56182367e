"""Files that stay open until they are collected."""
import json
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "rows.json")
with open(path, "w") as out:
    json.dump([{"name": f"row {number}", "size": number} for number in range(50)], out, indent=1)


def load(path):
    return json.load(open(path))


def text(path):
    return open(path).read()


def count(path):
    total = 0
    for line in open(path):
        total += "name" in line
    return total


def first(path):
    file = open(path)
    line = file.readline()
    file.close()
    return line


def size(path):
    descriptor = os.open(path, os.O_RDONLY)
    found = os.fstat(descriptor).st_size
    os.close(descriptor)
    return found


print(len(load(path)), len(text(path)), count(path), repr(first(path)), size(path))
os.remove(path)
os.rmdir(folder)
