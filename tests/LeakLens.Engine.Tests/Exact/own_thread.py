import threading
import time


class Ticker(threading.Thread):
    def __init__(self, name, every, log):
        super().__init__(name=name, daemon=True)
        self.every = every
        self.log = log
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(self.every):
            self.log.append(self.name)


log = []
fast, slow = Ticker("fast", 0.1, log), Ticker("slow", 0.25, log)
fast.start()
slow.start()
time.sleep(0.45)
fast.stopped.set()
slow.stopped.set()
fast.join()
slow.join()
result = repr((log.count("fast"), log.count("slow")))
