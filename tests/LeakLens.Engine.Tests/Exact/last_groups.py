"""The group of a match that was closed last, and the names of tasks."""
import asyncio
import re

result = []
PATTERNS = [
    (r"(?P<n>\d+)|(?P<w>\w+)", "ab"),
    (r"(?P<n>\d+)|(?P<w>\w+)", "12"),
    (r"((a)b)", "ab"),
    (r"(a)(b)", "ab"),
    (r"(a)(b)?", "a"),
    (r"x", "x"),
    (r"(?P<o>(?P<i>a))", "a"),
    (r"((a)|b)+", "ab"),
]
for pattern, text in PATTERNS:
    match = re.match(pattern, text)
    result.append((match.lastindex, match.lastgroup))


async def nothing():
    pass


async def main():
    tasks = [asyncio.get_running_loop().create_task(nothing(), name="first"), asyncio.create_task(nothing(), name="second"), asyncio.create_task(nothing())]
    tasks[2].set_name("third")
    for task in tasks:
        await task
        result.append(task.get_name())


asyncio.run(main())
result = repr(result)
