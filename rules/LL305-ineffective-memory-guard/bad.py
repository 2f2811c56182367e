"""Limits on memory: some that can stop the program, and some that only look as if they could.

A function that ends in ``_bad`` has a check that cannot do its work; it is marked.
A function that ends in ``_ok`` has one that can.
"""

import logging
import resource
import tracemalloc

import psutil

LOG = logging.getLogger(__name__)
LIMIT = 100 * 1024 * 1024
CACHE = {}
GROUP = "/sys/fs/cgroup/worker"


def check_nothing_bad():
    tracemalloc.start()
    current, peak = tracemalloc.get_traced_memory()  # expect: LL305
    tracemalloc.stop()
    if current > LIMIT:
        raise MemoryError(f"{current} bytes")


def only_say_so_bad():
    size = psutil.Process().memory_info().rss
    if size > LIMIT:  # expect: LL305
        print(f"too much: {size} bytes")


def only_log_it_bad():
    if psutil.virtual_memory().percent > 90:  # expect: LL305
        LOG.warning("memory is short")


def ignore_own_exception_bad():
    try:
        if psutil.Process().memory_info().rss > LIMIT:
            raise MemoryError("too much")  # expect: LL305
    except MemoryError:
        pass


def ignore_any_exception_bad():
    try:
        if psutil.Process().memory_info().rss > LIMIT:
            raise MemoryError("too much")  # expect: LL305
    except Exception as error:
        LOG.error("failed: %s", error)


def check_too_late_bad():
    rows = []
    tracemalloc.start()
    try:
        for number in range(400):
            rows.append("x" * 5_000 + str(number))
        current, peak = tracemalloc.get_traced_memory()
        if current > LIMIT:  # expect: LL305
            raise MemoryError(f"{current} bytes")
    finally:
        tracemalloc.stop()
    return len(rows)


def limit_that_may_fail_bad():
    try:
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))  # expect: LL305
    except (ValueError, OSError) as error:
        print(error)


def limit_that_nobody_heeds_bad():
    resource.setrlimit(resource.RLIMIT_RSS, (LIMIT, LIMIT))  # expect: LL305


def limit_without_end_bad():
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # expect: LL305


def limit_too_late_bad():
    rows = []
    for number in range(400):
        rows.append("x" * 5_000 + str(number))
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))  # expect: LL305
    return len(rows)


def group_limit_that_may_fail_bad():
    try:
        with open(f"{GROUP}/memory.max", "w") as limit:  # expect: LL305
            limit.write(str(LIMIT))
    except OSError as error:
        print(error)


def group_is_only_talked_about_bad():
    with open("/sys/fs/cgroup/memory.current") as file:
        used = int(file.read())
    if used > LIMIT:  # expect: LL305
        print(f"too much: {used} bytes")


def check_what_is_traced_ok():
    current, peak = tracemalloc.get_traced_memory()
    if current > LIMIT:
        raise MemoryError(f"{current} bytes")


def say_so_and_let_go_ok():
    size = psutil.Process().memory_info().rss
    if size > LIMIT:
        print(f"too much: {size} bytes")
        CACHE.clear()


def answer_own_exception_ok():
    try:
        if psutil.Process().memory_info().rss > LIMIT:
            raise MemoryError("too much")
    except MemoryError:
        CACHE.clear()


def pass_the_exception_on_ok():
    try:
        if psutil.Process().memory_info().rss > LIMIT:
            raise MemoryError("too much")
    except MemoryError:
        LOG.error("giving up")
        raise


def check_in_time_ok():
    rows = []
    tracemalloc.start()
    try:
        for number in range(400):
            rows.append("x" * 5_000 + str(number))
            current, peak = tracemalloc.get_traced_memory()
            if current > LIMIT:
                raise MemoryError(f"{current} bytes")
    finally:
        tracemalloc.stop()
    return len(rows)


def limit_in_time_ok():
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    rows = []
    for number in range(400):
        rows.append("x" * 5_000 + str(number))
    return len(rows)


def group_limit_or_nothing_ok():
    with open(f"{GROUP}/memory.max", "w") as limit:
        limit.write(str(LIMIT))


def group_limit_is_read_ok():
    try:
        with open(f"{GROUP}/memory.max") as limit:
            return limit.read()
    except OSError:
        return "max"


def group_is_acted_upon_ok():
    with open("/sys/fs/cgroup/memory.current") as file:
        used = int(file.read())
    if used > LIMIT:
        raise MemoryError(f"{used} bytes")


def remember_the_maximum_ok(peaks):
    used = psutil.Process().memory_info().rss
    if used > peaks[0]:
        peaks[0] = used
    LOG.info("at most %d bytes", peaks[0])


def limit_or_nothing_ok():
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))


check_too_late_bad()
check_in_time_ok()
limit_too_late_bad()
limit_in_time_ok()
