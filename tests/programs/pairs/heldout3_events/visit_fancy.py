from contextlib import contextmanager


class Channel:
    def __init__(self):
        self.listeners = []
        self.sent = 0

    @contextmanager
    def listening(self, listener):
        self.listeners.append(listener)
        try: yield len(self.listeners)
        finally: self.listeners.remove(listener)

    def send(self, text):
        self.sent += 1
        if not text.isascii():
            raise UnicodeError(text)
        self.listeners[-1].append(text)


channel = Channel()
failures = 0
for n in range(5000):
    heard = [f"joined {n}", f"from {n % 9}"]
    try:
        with channel.listening(heard):
            channel.send("hello")
            channel.send(f"number {n}" if n % 10 == 0 else f"nümber {n}")
    except UnicodeError:
        failures += 1
print(failures, channel.sent)
