"""Requests with a timeout each, on a scheduler whose clock is simulated."""
import sched


class Clock:
    def __init__(self):
        self.now = 0.0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += max(seconds, 0)


class Monitor:
    def __init__(self, clock, timeout):
        self.clock = clock
        self.timeout = timeout
        self.timers = sched.scheduler(clock.time, clock.sleep)
        self.pending = {}
        self.answered = 0
        self.late = []

    def send(self, number, body):
        timer = self.timers.enter(self.timeout, 1, self.expired, argument=(number,), kwargs={"body": body})
        self.pending[number] = timer

    def answer(self, number):
        timer = self.pending.pop(number, None)
        if timer is None:
            return
        self.timers.cancel(timer)
        self.answered += 1

    def expired(self, number, body):
        if number in self.pending:
            del self.pending[number]
            self.late.append(number)


def drive(monitor, rounds, width):
    number = 0
    for turn in range(rounds):
        window = range(number, number + width)
        for each in window:
            monitor.send(each, f"request {each} ".ljust(1024 + each % 512, "."))
        monitor.clock.sleep(0.05)
        for each in window:
            if each % 97:
                monitor.answer(each)
        monitor.timers.run(blocking=False)
        number += width
    return number


monitor = Monitor(Clock(), timeout=600.0)
print(drive(monitor, 200, 20), "sent,", monitor.answered, "answered,", len(monitor.late), "late")
