"""Worker threads take jobs from a queue and store results until they are collected."""
import queue
import threading


class Pool:
    def __init__(self, size):
        self.jobs = queue.Queue()
        self.results = {}
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(size)]

    def start(self):
        for thread in self.threads:
            thread.start()

    def work(self):
        while True:
            job = self.jobs.get()
            if job is None:
                break
            number, width, height = job
            thumbnail = {"number": number, "size": (width // 4, height // 4), "data": bytes(width // 10)}
            with self.lock:
                self.results[number] = thumbnail
            self.jobs.task_done()

    def submit(self, number, width, height):
        self.jobs.put((number, width, height))

    def collect(self, number):
        with self.lock:
            return self.results.pop(number, None)

    def stop(self):
        for _ in self.threads:
            self.jobs.put(None)
        for thread in self.threads:
            thread.join()


pool = Pool(2)


def main():
    pool.start()
    area = 0
    for batch in range(100):
        numbers = range(batch * 20, batch * 20 + 20)
        for number in numbers:
            pool.submit(number, 640, 480)
        pool.jobs.join()
        for number in numbers:
            width, height = pool.collect(number)["size"]
            area += width * height
    pool.stop()
    print(area)


if __name__ == "__main__":
    main()
