"""Blocks of a download go through a queue to a consumer that checks their sums."""
from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from typing import AsyncIterator, NamedTuple


class Block(NamedTuple):
    number: int
    data: bytes
    checksum: int


INBOX: asyncio.Queue[Block | None] = asyncio.Queue()


async def download(blocks: int) -> AsyncIterator[Block]:
    for number in range(blocks):
        data = bytes([number % 251]) * (30_000 + number % 5 * 8_000)
        checksum = zlib.crc32(data)
        if number % 40 == 9:
            checksum ^= 1
        yield Block(number, data, checksum)


async def produce(blocks: int) -> None:
    async for block in download(blocks):
        await INBOX.put(block)
    await INBOX.put(None)


@dataclass
class Report:
    damaged: int = 0
    received: int = 0

    def add(self, block: Block) -> None:
        self.received += len(block.data)

    def __str__(self) -> str:
        return f"{self.received:,} bytes, {self.damaged} damaged"


async def consume(report: Report) -> None:
    while (block := await INBOX.get()) is not None:
        if zlib.crc32(block.data) != block.checksum:
            report.damaged += 1
            continue
        report.add(block)


async def main() -> None:
    report = Report()
    await asyncio.gather(produce(900), consume(report))
    print(report)


if __name__ == "__main__":
    asyncio.run(main())
