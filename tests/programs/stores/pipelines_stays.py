import os

import redis

store = redis.Redis(host="127.0.0.1", port=int(os.environ["STORE_PORT"]), socket_timeout=5)


def run(numbers):
    pipe = store.pipeline()
    for number in numbers:
        pipe.set(f"row:{number:08}", "r" * 40)
        pipe.delete(f"row:{number:08}")
        if len(pipe) >= 500:
            pipe.execute()
    pipe.execute()
