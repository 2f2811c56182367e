"""Reads a web server's log in blocks and notes the first request of every host."""
import re
import tempfile
from pathlib import Path

LINE = re.compile(r'^(?P<host>\d+\.\d+\.\d+\.\d+) - "(?P<verb>GET|POST) (?P<path>\S+)" (?P<status>\d{3})$', re.MULTILINE)
BLOCK = 64 * 1024


def write_log(path, hosts):
    with path.open("w") as log:
        for n in range(hosts):
            for visit in range(30):
                log.write(f'10.{n // 250}.{n % 250}.7 - "GET /articles/{n:05d}/{visit:03d}/index.html" {200 + visit % 2}\n')


def blocks(path):
    """Blocks of whole lines."""
    rest = ""
    with path.open() as log:
        while chunk := log.read(BLOCK):
            chunk = rest + chunk
            end = chunk.rfind("\n") + 1
            rest = chunk[end:]
            yield chunk[:end]
    if rest:
        yield rest


first_seen = {}
lines = 0
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "access.log"
    write_log(path, 3000)
    for block in blocks(path):
        for found in LINE.finditer(block):
            lines += 1
            if found["host"] not in first_seen:
                first_seen[found["host"]] = found
            status = found["status"]
del block, found

print(lines, "lines from", len(first_seen), "hosts")
