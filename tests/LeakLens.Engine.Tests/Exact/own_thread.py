import threading
import time


class Ticker(threading.Thread):
    def __init__(self, name, every, log):
        super().__init__(name=name, daemon=True)
        self.every = every
        self.log = log
        self.stopped = threading.Event()

    def run(self):
        while self.log.count(self.name) < 3 and not self.stopped.wait(self.every):
            self.log.append(self.name)


log = []
fast, slow = Ticker("fast", 0.01, log), Ticker("slow", 0.03, log)
fast.start()
slow.start()
slow.join()
fast.join()
fast.stopped.set()
time.sleep(0)
result = repr((sorted(log), fast.stopped.is_set(), slow.is_alive()))
