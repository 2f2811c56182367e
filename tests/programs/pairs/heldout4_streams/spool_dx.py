"""Packs measurements into segments of binary records and ships them."""
from __future__ import annotations

import io
import struct

RECORD = struct.Struct("<IH4d")


class Spool:
    """Collects records in memory until there are enough of them for a segment."""

    def __init__(self, records_per_segment: int) -> None:
        self.sink = io.BytesIO()
        self.limit = records_per_segment
        self.waiting = 0
        self.shipped = 0
        self.checks = 0

    def __len__(self) -> int:
        return self.shipped // RECORD.size + self.waiting

    def write(self, second: int, sensor: int, *values: float) -> None:
        self.sink.write(RECORD.pack(second, sensor, *values))
        self.waiting += 1
        if self.waiting == self.limit:
            self.ship()

    def ship(self) -> None:
        """Sends what is waiting, here only counted and summed up."""
        segment = self.sink.getvalue()[-self.waiting * RECORD.size:]
        self.checks ^= sum(segment[::RECORD.size])
        self.shipped += len(segment)
        self.waiting = 0
        self.sink.seek(0)
        self.sink.truncate(0)


def measure(spool: Spool, seconds: int) -> None:
    for second in range(seconds):
        for sensor in range(12):
            if (second + sensor) % 6 == 0:
                continue
            level = second * 0.5 + sensor
            spool.write(second, sensor, level, level - 1, level + 1, 0.25)


SPOOL = Spool(5_000)

if __name__ == "__main__":
    measure(SPOOL, 23_700)
    print(len(SPOOL), SPOOL.shipped, SPOOL.checks)
