"""Retry decorator with a record of the failed attempts, for the final error message."""
import functools


class TransientError(Exception):
    pass


class GaveUp(Exception):
    def __init__(self, name, attempts):
        super().__init__(f"{name}: {len(attempts)} attempts, last {attempts[-1][0]!r}")


def with_retry(times, on=(TransientError,)):
    def decorate(fn):
        attempts = []

        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return fn(*args, **kwargs)
                except on as error:
                    attempts.append((str(error), args, kwargs))
            raise GaveUp(fn.__name__, attempts)

        return wrapper

    return decorate


@with_retry(times=3)
def deliver(number, body, state):
    state["calls"] += 1
    if state["calls"] % 3 == 0:
        raise TransientError(f"upstream 503 for {number}")
    return len(body)


def main():
    state = {"calls": 0}
    total = 0
    for number in range(6000):
        total += deliver(number, b"x" * (3000 + number % 50), state)
    print(total, state["calls"])


if __name__ == "__main__":
    main()
