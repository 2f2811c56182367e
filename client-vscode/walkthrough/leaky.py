"""Three leaks, and one loop that only looks like one. Hover what is underlined."""

import functools

sessions = {}
history = []


def handle(user):
    sessions[user] = "x" * 65_536 + str(user)


for user in range(2_000):
    handle(user)


@functools.lru_cache(maxsize=None)
def render(page):
    return f"<html>{page}</html>" * 100


def on_request(request):
    history.append(request.body * 2)
    return render(request.path)


def total(rows):
    seen = []
    for row in rows:
        seen.append(row)
        if len(seen) > 100:
            seen.clear()
    return len(seen)
