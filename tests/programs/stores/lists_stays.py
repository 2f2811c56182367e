import os

import redis

store = redis.Redis(host="127.0.0.1", port=int(os.environ["STORE_PORT"]), socket_timeout=5)


def run(numbers):
    for number in numbers:
        store.rpush("log", "l" * 200)
        store.ltrim("log", -100, -1)
    return store.lrange("log", 0, 9)
