"""Timeouts that end nothing, and timeouts that end what they are there for.

A function that ends in ``_bad`` only stops waiting; the line is marked.
One that ends in ``_ok`` must stay silent.
"""

import asyncio
import signal
import subprocess
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def work(item):
    time.sleep(item)
    return item


def give_up_bad(item):
    with ThreadPoolExecutor(max_workers=1) as executor:
        future = executor.submit(work, item)
        return future.result(timeout=0.1)  # expect: LL507


def at_once_bad(item):
    with ProcessPoolExecutor() as executor:
        return executor.submit(work, item).result(1)  # expect: LL507


def map_bad(items):
    with ThreadPoolExecutor(max_workers=4) as executor:
        return list(executor.map(work, items, timeout=5))  # expect: LL507


def first_of_all_bad(items):
    with ThreadPoolExecutor(max_workers=4) as executor:
        futures = [executor.submit(work, item) for item in items]
        for future in as_completed(futures, timeout=5):  # expect: LL507
            return future.result()


async def sleep_in_loop():
    time.sleep(10)


async def wait_for_blocking_bad():
    await asyncio.wait_for(sleep_in_loop(), timeout=1)  # expect: LL507


async def wait_for_thread_bad(item):
    return await asyncio.wait_for(asyncio.to_thread(work, item), timeout=1)  # expect: LL507


def on_alarm(number, frame):
    raise TimeoutError


def alarm_bad(item):
    signal.signal(signal.SIGALRM, on_alarm)
    signal.alarm(5)  # expect: LL507
    try:
        return work(item)
    finally:
        signal.alarm(0)


def alarm_in_thread(item):
    thread = threading.Thread(target=alarm_bad, args=(item,))
    thread.start()
    thread.join()


def shell_bad(command):
    return subprocess.run(command, shell=True, capture_output=True, timeout=10)  # expect: LL507


def without_timeout_ok(item):
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(work, item).result()


def kept_open_ok(executor, item):
    return executor.submit(work, item).result(timeout=1)


def not_waited_for_ok(item):
    executor = ThreadPoolExecutor(max_workers=1)
    try:
        return executor.submit(work, item).result(timeout=1)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def killed_ok(item):
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(work, item)
        try:
            return future.result(timeout=1)
        except TimeoutError:
            for process in executor._processes.values():
                process.kill()


async def give_way():
    await asyncio.sleep(10)


async def wait_for_ok():
    await asyncio.wait_for(give_way(), timeout=1)


def list_ok(path):
    return subprocess.run(["ls", path], capture_output=True, timeout=10)


class Result:
    def result(self, timeout):
        return timeout


def other_result_ok():
    with ThreadPoolExecutor(max_workers=1) as executor:
        executor.submit(work, 1)
        return Result().result(timeout=1)
