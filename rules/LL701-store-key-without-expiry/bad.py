import redis

store = redis.Redis(socket_timeout=5)


def remember_visits_bad(visits):
    for visit in visits:
        store.set(f"visit:{visit.id}", visit.page)  # expect: LL701


def pages_bad(pages):
    for page in pages:
        store.set("page:" + page.url, page.text)  # expect: LL701


async def count_bad(request):
    store.incr(f"hits:{request.path}")  # expect: LL701


def pipelined_bad(rows):
    with store.pipeline() as pipe:
        for row in rows:
            pipe.set("row:%s" % row.id, row.text)  # expect: LL701, LL705
        pipe.execute()


def once_more_bad(words):
    for word in words:
        store.setnx(f"word:{word}", 1)  # expect: LL701


def with_expiry_ok(visits):
    for visit in visits:
        store.set(f"guest:{visit.id}", visit.page, ex=3600)


def positional_expiry_ok(visits):
    for visit in visits:
        store.set(f"guest:{visit.id}", visit.page, 3600)


def one_key_ok(temperatures):
    for temperature in temperatures:
        store.set("temperature", temperature)


def expires_behind_ok(sessions):
    for session in sessions:
        store.incr(f"session:{session.id}")
        store.expire(f"session:{session.id}", 600)


def deleted_elsewhere_ok(jobs):
    for job in jobs:
        store.set(f"job:{job.id}", job.text)


def finish_ok(job):
    store.delete(f"job:{job.id}")


def setex_ok(visits):
    for visit in visits:
        store.setex(f"recent:{visit.id}", 60, visit.page)


def another_set_ok(cells, grid):
    for cell in cells:
        grid.set(f"cell:{cell.id}", cell.value)


def fixed_names_ok(value):
    for name in ("small", "large"):
        store.set(f"limit:{name}", value)
