import re

LINE = re.compile(r"(?P<host>[a-z]+\d+) took (?P<millis>\d+) ms")


def blocks(count):
    for n in range(count):
        noise = f"{n:06d} nothing of note happened here. " * 40
        yield f"{noise}host{n % 30} took {n * 37 % 900} ms. {noise}"


found = []
slow = 0
for block in blocks(800):
    match = LINE.search(block)
    if match is None:
        continue
    if int(match["millis"]) > 500:
        slow += 1
    found.append(match)
print(len(found), slow)
