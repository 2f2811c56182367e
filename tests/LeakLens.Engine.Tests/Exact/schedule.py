"""sched: events run in the order of their time, on a clock of the program's own."""
import sched


class Clock:
    def __init__(self):
        self.now = 0.0

    def time(self):
        return self.now

    def wait(self, seconds):
        self.now += seconds


clock = Clock()
agenda = sched.scheduler(clock.time, clock.wait)
done = []


def note(text, count=1):
    done.append((clock.now, text * count))
    if len(done) == 3:
        agenda.enter(1, 1, note, ("again",))


late = agenda.enter(9, 1, note, argument=("late",))
agenda.enter(5, 2, note, ("second",), {"count": 2})
agenda.enter(5, 1, note, ("first",))
agenda.enterabs(2, 1, note, kwargs={"text": "early"})
never = agenda.enter(7, 1, note, ("never",))
agenda.cancel(never)
left = agenda.run(blocking=False)
clock.wait(2)
agenda.run(False)
waiting = agenda.empty()
agenda.run()
try:
    agenda.cancel(never)
except ValueError:
    done.append("gone")
result = repr((left, waiting, done, agenda.empty(), late.time, late.argument, late.kwargs, late.priority))
