import redis
from redis.cluster import RedisCluster

store = redis.Redis(socket_timeout=5)


def connect_bad():
    return redis.Redis(host="cache")  # expect: LL705


def from_address_bad():
    return redis.from_url("redis://cache:6379/0")  # expect: LL705


async def handler_bad(key):
    client = redis.Redis(host="cache")  # expect: LL705
    return client.get(key)


def cluster_bad():
    return RedisCluster(host="cache")  # expect: LL705


def everything_at_once_bad(rows):
    pipe = store.pipeline()
    for row in rows:
        pipe.setex(row.id, 60, row.text)  # expect: LL705
    pipe.execute()


def limited_ok():
    return redis.Redis(host="cache", socket_timeout=5, socket_connect_timeout=5)


def from_address_ok():
    return redis.from_url("redis://cache:6379/0?socket_timeout=5")


def pooled_ok(pool):
    return redis.Redis(connection_pool=pool)


def configured_ok(options):
    return redis.Redis(**options)


def in_parts_ok(rows):
    pipe = store.pipeline()
    for row in rows:
        pipe.setex(row.id, 60, row.text)
        if len(pipe) >= 1000:
            pipe.execute()
    pipe.execute()


def few_ok(first, second):
    pipe = store.pipeline()
    pipe.setex(first, 60, 1)
    pipe.setex(second, 60, 1)
    pipe.execute()
