import os

import redis

store = redis.Redis(host="127.0.0.1", port=int(os.environ["STORE_PORT"]), socket_timeout=5)


def run(numbers):
    for number in numbers:
        store.hset("rows", f"row:{number:08}", "v" * 50)
