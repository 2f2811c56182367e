import asyncio
from contextvars import ContextVar, copy_context
from hashlib import blake2b

user = ContextVar("user", default="nobody")
size = ContextVar("size")
trail = []


async def work(number):
    user.set(f"user {number}")
    token = size.set(number)
    await asyncio.sleep(0)
    seen = (user.get(), size.get())
    trail.append(copy_context())
    size.reset(token)
    return seen, size.get("none")


async def main():
    before = user.get()
    found = await asyncio.gather(*(work(number) for number in range(4)))
    return before, found, user.get()


outcome = asyncio.run(main())
user.set("outer")
kept = copy_context()
user.set("changed")
inside = kept.run(lambda: (user.get(), user.set("in the copy"), user.get())[::2])
try:
    size.get()
except LookupError:
    missing = True
hashes = [blake2b(b"").hexdigest()[:16], blake2b(b"x" * 300, digest_size=8).hexdigest(), blake2b(b"y" * 128, digest_size=20).hexdigest()]
result = repr((outcome, [(context[user], context.get(size), context.run(user.get)) for context in trail], inside, user.get(), kept[user], missing, hashes))
