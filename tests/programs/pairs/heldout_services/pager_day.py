from collections import OrderedDict


class Deduplicator:
    def __init__(self, window):
        self.window = window
        self.recent = OrderedDict()

    def is_new(self, key, now):
        self.expire(now)
        if key in self.recent:
            return False
        self.recent[key] = now
        return True

    def expire(self, now):
        while self.recent:
            key = next(iter(self.recent))
            if now - self.recent[key] < self.window:
                break
            del self.recent[key]


alerts = Deduplicator(window=60)
raised = 0
for second in range(5_000):
    if alerts.is_new(f"disk-full:host-{second}:volume-{second % 7}", second):
        raised += 1
