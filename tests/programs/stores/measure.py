"""Runs one program of this folder against the store at STORE_PORT, and prints how many bytes of used_memory each turn leaves behind."""
import importlib.util
import os
import sys
import time

import redis

WARM, TURNS = 2000, 20000


def used(store):
    # What has expired is gone only when the store has come by.
    time.sleep(1.6)
    store.execute_command("MEMORY", "PURGE")
    return store.info("memory")["used_memory"] - overhead(store)


def overhead(store):
    """Buffers of clients are no data."""
    return store.memory_stats()["clients.normal"]


def main(path):
    store = redis.Redis(host="127.0.0.1", port=int(os.environ["STORE_PORT"]), socket_timeout=20)
    store.flushall()
    spec = importlib.util.spec_from_file_location("program", path)
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    program.run(range(WARM))
    before = used(store)
    program.run(range(WARM, WARM + TURNS))
    print((used(store) - before) / TURNS)


main(sys.argv[1])
