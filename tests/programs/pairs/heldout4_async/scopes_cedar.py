"""Requests with context variables; the audit trail keeps each request's context."""
from __future__ import annotations

import asyncio
from contextvars import Context, ContextVar, copy_context
from hashlib import blake2b

user: ContextVar[str] = ContextVar("user", default="nobody")
body: ContextVar[bytes] = ContextVar("body", default=b"")
trace: ContextVar[int] = ContextVar("trace")


class Audit:
    """What happened, in whose name."""

    def __init__(self) -> None:
        self.trail: list[tuple[str, Context]] = []

    def note(self, action: str) -> None:
        self.trail.append((action, copy_context()))

    def actors(self, action: str) -> set[str]:
        return {context.run(user.get) for noted, context in self.trail if noted == action}


audit = Audit()


async def store() -> str:
    await asyncio.sleep(0)
    return blake2b(body.get(), digest_size=8).hexdigest()


async def upload(number: int, size: int) -> str:
    user.set(f"user{number % 30}")
    trace.set(number)
    token = body.set(bytes([number % 256]) * size)
    try:
        name = await store()
        audit.note("upload")
    finally:
        body.reset(token)
    return name


async def serve(count: int) -> int:
    names = set()
    for first in range(0, count, 20):
        batch = (upload(number, 15_000 + 100 * (number % 80)) for number in range(first, first + 20))
        names.update(await asyncio.gather(*batch))
    return len(names)


if __name__ == "__main__":
    print(asyncio.run(serve(1200)), "files by", len(audit.actors("upload")), "users")
