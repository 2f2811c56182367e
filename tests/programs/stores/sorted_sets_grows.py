import os

import redis

store = redis.Redis(host="127.0.0.1", port=int(os.environ["STORE_PORT"]), socket_timeout=5)


def run(numbers):
    for number in numbers:
        store.zadd("scores", {f"player:{number:08}": number})
