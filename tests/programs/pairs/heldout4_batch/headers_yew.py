"""Catalogues the records of a binary archive by their headers."""
import struct
import tempfile
from pathlib import Path

HEADER = struct.Struct("<4sIIQ")


def write_archive(path, records):
    with open(path, "wb") as out:
        for n in range(records):
            body = bytes([n % 251]) * (20_000 + 37 * (n % 100))
            out.write(HEADER.pack(b"REC1", n, len(body), n * n))
            out.write(body)


class Catalogue:
    """Headers by the record's number; bodies are only summed up."""

    def __init__(self):
        self.headers = {}
        self.checksum = 0

    def load(self, path):
        with open(path, "rb") as source:
            while True:
                start = source.read(HEADER.size)
                if len(start) < HEADER.size:
                    return self
                _, number, length, _ = HEADER.unpack(start)
                record = start + source.read(length)
                self.add(number, memoryview(record))

    def add(self, number, record):
        head = bytes(record[:HEADER.size])
        self.checksum = (self.checksum + sum(record[HEADER.size::4096])) & 0xFFFFFFFF
        self.headers[number] = head

    def stamp(self, number):
        return HEADER.unpack(self.headers[number])[3]


catalogue = Catalogue()
if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.bin"
        write_archive(archive, 1600)
        catalogue.load(archive)
    print(len(catalogue.headers), catalogue.checksum, catalogue.stamp(1599))
