import threading


class Box:
    def __init__(self):
        self.items = []
        self.changed = threading.Condition()
        self.taken = []

    def put(self, item):
        with self.changed:
            while len(self.items) >= 2:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()

    def take(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items)
            self.taken.append(self.items.pop(0))
            self.changed.notify_all()


box = Box()
started = threading.Event()
finished = threading.Barrier(2)


def put_all():
    started.wait()
    for number in range(10):
        box.put(number)
    finished.wait()


def take_all():
    started.set()
    for _ in range(10):
        box.take()
    finished.wait()


threads = [threading.Thread(target=work, daemon=True) for work in (put_all, take_all)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(5)
gate = threading.Semaphore(2)
inside = [gate.acquire(), gate.acquire(), gate.acquire(blocking=False)]
gate.release()
with gate:
    inside.append("in")
result = repr((box.taken, box.items, started.is_set(), inside))
