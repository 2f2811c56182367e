"""Runs daily reports on a thread pool and prints totals."""
from concurrent.futures import ThreadPoolExecutor, as_completed


def build(day, lines):
    rows = [f"{day:04d}-{line:02d}" for line in range(lines)]
    if day % 50 == 49:
        raise ValueError(f"no data for day {day}")
    return rows


class Dispatcher:
    def __init__(self, workers):
        self.executor = ThreadPoolExecutor(max_workers=workers)
        self.futures = []
        self.rows = 0
        self.failures = 0

    def start(self, day):
        self.futures.append(self.executor.submit(build, day, 12))

    def wait(self):
        for future in as_completed(self.futures[-10:]):
            try:
                self.rows += len(future.result())
            except ValueError:
                self.failures += 1
        del self.futures[:]

    def close(self):
        self.executor.shutdown(wait=True)


dispatcher = Dispatcher(workers=2)


def main():
    for day in range(600):
        dispatcher.start(day)
        if day % 10 == 9:
            dispatcher.wait()
    dispatcher.close()
    print(dispatcher.rows, dispatcher.failures)


if __name__ == "__main__":
    main()
