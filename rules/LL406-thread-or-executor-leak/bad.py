"""Threads, processes and executors that nobody ends, and those that somebody does.

A function or class that ends in ``_bad`` or ``Bad`` leaves something running; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import multiprocessing
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

THREADS = []
WORKERS = []


def watch(path):
    while True:
        print(path)


def work(item):
    print(item)


def watch_all_bad(paths):
    for path in paths:
        threading.Thread(target=watch, args=(path,), daemon=True).start()  # expect: LL406


def start_watch_bad(path):
    thread = threading.Thread(target=watch, args=(path,))  # expect: LL406
    thread.start()


def each_in_a_thread_bad(items):
    for item in items:
        threading.Thread(target=work, args=(item,)).start()  # expect: LL406


def keep_threads_bad():
    for number in range(1_000):
        thread = threading.Thread(target=work, args=(number,))
        thread.start()
        THREADS.append(thread)  # expect: LL406


def refresh_bad():
    print("refresh")
    threading.Timer(60, refresh_bad).start()  # expect: LL406


def map_bad(items):
    pool = ThreadPoolExecutor(max_workers=4)  # expect: LL406
    return [future.result() for future in [pool.submit(work, item) for item in items]]


def squares_bad(numbers):
    pool = multiprocessing.Pool(4)  # expect: LL406
    return pool.map(abs, numbers)


def compress_bad(path):
    subprocess.Popen(["gzip", path])  # expect: LL406


def listing_bad(path):
    process = subprocess.Popen(["ls", path], stdout=subprocess.PIPE)  # expect: LL406
    print(process.pid)


class ClientBad:
    def __init__(self):
        self.pool = ThreadPoolExecutor(max_workers=4)  # expect: LL406
        self.session = None

    def send(self, item):
        return self.pool.submit(work, item)

    def close(self):
        self.session = None


class PollerBad:
    def __init__(self):
        self.timer = threading.Timer(60, self.poll)  # expect: LL406
        self.timer.start()

    def poll(self):
        print("poll")

    def close(self):
        print("closed")


class WorkerBad:
    def __init__(self, answers):
        self.jobs = multiprocessing.Queue()
        self.answers = answers
        self.process = multiprocessing.Process(target=work, args=(self.jobs,))  # expect: LL406

    def start(self):
        self.process.start()

    def quit(self):
        # Somebody else hears of it.
        self.answers.put(None)


class SilentBad:
    def __init__(self):
        self.jobs = multiprocessing.Queue()
        self.process = multiprocessing.Process(target=work, args=(self.jobs,))  # expect: LL406

    def put(self, job):
        self.jobs.put(job)

    def close(self):
        # What the process still has to do is thrown away, and it waits for more.
        self.jobs.close()


class RearmedBad:
    def start(self):
        self.alarm = threading.Timer(60, self.ring)  # expect: LL406
        self.alarm.start()

    def ring(self):
        self.alarm = threading.Timer(60, self.ring)  # expect: LL406
        self.alarm.start()

    def stop(self):
        print("stopped")


def map_ok(items):
    with ThreadPoolExecutor(max_workers=4) as pool:
        return list(pool.map(work, items))


def map_and_shut_down_ok(items):
    pool = ThreadPoolExecutor(max_workers=4)
    try:
        return list(pool.map(work, items))
    finally:
        pool.shutdown()


def each_joined_ok(items):
    threads = [threading.Thread(target=work, args=(item,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def one_joined_ok(item):
    thread = threading.Thread(target=work, args=(item,))
    thread.start()
    thread.join()


def keep_and_drop_ok():
    for number in range(1_000):
        thread = threading.Thread(target=work, args=(number,))
        thread.start()
        WORKERS.append(thread)
        WORKERS.clear()


def heartbeat_ok():
    # Called once, below: one background thread for the process.
    threading.Thread(target=watch, args=("heart",), daemon=True).start()


def compress_ok(path):
    subprocess.Popen(["gzip", path]).wait()


def listing_ok(path):
    process = subprocess.Popen(["ls", path], stdout=subprocess.PIPE)
    out, _ = process.communicate()
    return out


def detached_ok(path):
    # Meant to outlive this program.
    subprocess.Popen(["gzip", path], start_new_session=True)


def handed_out_ok():
    pool = ThreadPoolExecutor(max_workers=4)
    return pool


class ClientOk:
    def __init__(self):
        self.pool = ThreadPoolExecutor(max_workers=4)

    def send(self, item):
        return self.pool.submit(work, item)

    def close(self):
        self.pool.shutdown()


class WorkerOk:
    # The process ends by the message.
    def __init__(self, target, *args):
        self.jobs = multiprocessing.Queue()
        self.process = multiprocessing.Process(target=target, args=(self.jobs,) + args)

    def start(self):
        self.process.start()

    def quit(self):
        self.jobs.put("QUIT")


class CounterOk:
    # The process has a copy of the object, and with it the event.
    def __init__(self):
        self.ended = multiprocessing.Event()
        self.process = multiprocessing.Process(target=self.count)

    def count(self):
        while not self.ended.wait(1):
            print("one more")

    def close(self):
        self.tell()

    def tell(self):
        self.ended.set()


class ReaderOk:
    def __init__(self):
        ours, theirs = multiprocessing.Pipe()
        self.reader = multiprocessing.Process(target=work, args=(ours, theirs))
        self.ours = ours

    def stop(self):
        self.ours.send(None)


class PollerOk:
    def __init__(self):
        self.timer = threading.Timer(60, self.poll)
        self.timer.start()

    def poll(self):
        print("poll")

    def close(self):
        self.timer.cancel()


def FN_handed_around_bad(items):
    # What another function is given may be shut down there: this one does not.
    pool = ThreadPoolExecutor(max_workers=4)
    work(pool)
    return items


keep_threads_bad()
keep_and_drop_ok()
heartbeat_ok()
