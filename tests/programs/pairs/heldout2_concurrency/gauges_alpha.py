"""Collects measurements under a lock and sends them in batches."""
import threading


class Metrics:
    def __init__(self, batch_size):
        self.buffer = []
        self.lock = threading.RLock()
        self.batch_size = batch_size
        self.sent = {}
        self.next_flush = batch_size

    def record(self, name, value):
        with self.lock:
            self.buffer.append((name, value))
            self.next_flush -= 1
            if self.next_flush == 0:
                self.flush()

    def flush(self):
        with self.lock:
            batch = self.buffer[-self.batch_size:]
            for name, value in batch:
                low, high = self.sent.get(name, (value, value))
                self.sent[name] = (min(low, value), max(high, value))
            batch.clear()
            self.next_flush = self.batch_size


metrics = Metrics(batch_size=200)


def device(number, steps):
    for step in range(steps):
        metrics.record(f"device.{number}.load", (step * 13 % 100) / 7)
        if step % 5 == 0:
            metrics.record(f"device.{number}.uptime", step * 60)


def main():
    threads = [threading.Thread(target=device, args=(number, 1500)) for number in range(3)]
    for thread in threads:
        thread.start()
        thread.join()
    print(sorted(metrics.sent))


if __name__ == "__main__":
    main()
