"""Reassembles lines from the chunks that a serial line delivers."""
from __future__ import annotations

from typing import Iterator


class Receiver:
    ending = b"\n"

    def __init__(self) -> None:
        self.pending = bytearray()
        self.lines = 0
        self.longest = 0

    def receive(self, chunk: bytes) -> None:
        start = max(0, len(self.pending) - len(self.ending) + 1)
        self.pending += chunk
        begin = 0
        while (end := self.pending.find(self.ending, max(begin, start))) >= 0:
            self.line(bytes(self.pending[begin:end]))
            begin = end + len(self.ending)
        del self.pending[:begin]

    def line(self, data: bytes) -> None:
        self.lines += 1
        self.longest = max(self.longest, len(data))


def device(readings: int) -> Iterator[bytes]:
    for n in range(readings):
        yield b"T=%d;H=%d;S=%s\n" % (200 + n % 60, 40 + n % 30, b"ok" * (1 + n % 3))


def chunks(source: Iterator[bytes], size: int) -> Iterator[bytes]:
    block = b""
    for piece in source:
        block += piece
        while len(block) >= size:
            yield block[:size]
            block = block[size:]
    if block:
        yield block


receiver = Receiver()

if __name__ == "__main__":
    for chunk in chunks(device(45_000), 500):
        receiver.receive(chunk)
    print(receiver.lines, receiver.longest)
