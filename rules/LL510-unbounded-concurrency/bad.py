"""As many workers as come, and as many as there should be.

A function that ends in ``_bad`` has no limit; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import asyncio
import multiprocessing
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

from flask import request


def serve(connection):
    with connection:
        connection.sendall(b"hello")


def start(worker):
    worker.start()


def accept_bad(address):
    with socket.create_server(address) as listener:
        while True:
            connection, _ = listener.accept()
            worker = threading.Thread(target=serve, args=(connection,), daemon=True)  # expect: LL510
            start(worker)


def fork_bad(address):
    with socket.create_server(address) as listener:
        while True:
            connection, _ = listener.accept()
            worker = multiprocessing.Process(target=serve, args=(connection,))  # expect: LL510
            start(worker)


def workers_bad():
    with ThreadPoolExecutor(max_workers=int(request.args["workers"])) as pool:  # expect: LL510
        return list(pool.map(len, ["a", "b"]))


async def fetch(url):
    await asyncio.sleep(1)
    return url


async def all_rows_bad(cursor):
    rows = cursor.fetchall()
    return await asyncio.gather(*[fetch(row) for row in rows])  # expect: LL510


def accept_in_pool_ok(address):
    with socket.create_server(address) as listener, ThreadPoolExecutor(max_workers=32) as pool:
        while True:
            connection, _ = listener.accept()
            pool.submit(serve, connection).result()


def accept_counted_ok(address):
    free = threading.BoundedSemaphore(32)
    with socket.create_server(address) as listener:
        while True:
            free.acquire()
            connection, _ = listener.accept()
            worker = threading.Thread(target=serve, args=(connection,), daemon=True)
            start(worker)


def one_connection_ok(address):
    with socket.create_server(address) as listener:
        connection, _ = listener.accept()
        worker = threading.Thread(target=serve, args=(connection,), daemon=True)
        worker.start()
        worker.join()


def workers_ok():
    with ThreadPoolExecutor(max_workers=min(int(request.args["workers"]), 8)) as pool:
        return list(pool.map(len, ["a", "b"]))


async def a_few_ok():
    return await asyncio.gather(*[fetch(url) for url in ("a", "b", "c")])


async def of_caller_ok(urls):
    return await asyncio.gather(*[fetch(url) for url in urls])
