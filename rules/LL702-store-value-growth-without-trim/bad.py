import redis

store = redis.Redis(socket_timeout=5)


async def audit_bad(event):
    store.xadd("audit", {"event": event})  # expect: LL702


def seen_bad(addresses):
    for address in addresses:
        store.sadd("seen", address)  # expect: LL702


def scores_bad(players):
    for player in players:
        store.zadd("scores", {player.name: player.score})  # expect: LL702


def journal_bad(lines):
    for line in lines:
        store.append("journal", line)  # expect: LL702


def history_bad(entries):
    for entry in entries:
        store.lpush("history", entry)  # expect: LL702
    return store.lrange("history", 0, 9)


def fields_bad(rows):
    for row in rows:
        store.hset("rows", row.id, row.text)  # expect: LL702


async def capped_stream_ok(event):
    store.xadd("events", {"event": event}, maxlen=10000)


def trimmed_ok(entries):
    for entry in entries:
        store.lpush("recent", entry)
        store.ltrim("recent", 0, 99)


def consumed_ok(jobs):
    for job in jobs:
        store.rpush("jobs", job)


def consumer_ok():
    return store.blpop("jobs")


def few_members_ok(states):
    for _ in states:
        store.sadd("states", "idle")


def fixed_fields_ok(rows):
    for row in rows:
        store.hset("totals", mapping={"rows": row.count, "bytes": row.size})


def expires_ok(visitors):
    for visitor in visitors:
        store.sadd("today", visitor)
    store.expire("today", 86400)


def removed_ok(player):
    store.zadd("online", {player.name: 1})


def gone_ok(player):
    store.zrem("online", player.name)


def local_list_ok(entries):
    history = []
    for entry in entries:
        history.append(entry)
    return len(history)
