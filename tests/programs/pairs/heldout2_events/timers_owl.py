"""A tiny loop with timers. Some repeat, most fire only once."""


class Timer:
    def __init__(self, due, every, callback):
        self.due = due
        self.every = every
        self.callback = callback


class Loop:
    def __init__(self):
        self.time = 0
        self.timers = []

    def call_later(self, delay, callback):
        self.timers.append(Timer(self.time + delay, None, callback))

    def call_every(self, every, callback):
        self.timers.append(Timer(self.time + every, every, callback))

    def tick(self):
        self.time += 1
        waiting = []
        for timer in self.timers:
            if timer.due > self.time:
                waiting.append(timer)
                continue
            timer.callback()
            if timer.every:
                timer.due += timer.every
                waiting.append(timer)
        self.timers = waiting


loop = Loop()
totals = {"greeted": 0, "beats": 0}


def greet_later(name, delay):
    def greet():
        totals["greeted"] += len(name) > 0

    loop.call_later(delay, greet)


def beat():
    totals["beats"] += 1


def main():
    loop.call_every(5, beat)
    for number in range(1500):
        greet_later(f"guest {number}", number % 7 + 1)
        loop.tick()
    print(totals)


if __name__ == "__main__":
    main()
