import types

trace = []


@types.coroutine
def pause(name):
    answer = yield name
    return answer


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        extra = yield "ready?"
        return (self.value, extra)


async def inner(number):
    first = await pause(f"a{number}")
    total = 0
    for step in range(2):
        total += await pause(f"b{number}.{step}")
    return first, total


async def outer(number):
    try:
        pair = await inner(number)
        other = await Ready(number)
    except KeyError as error:
        return ["failed", error.args]
    while len(pair) < 4:
        pair += (await pause("more"),)
    return [pair, other]


def drive(coroutine, answers):
    names = []
    value = None
    try:
        for answer in [None, *answers]:
            names.append(coroutine.send(answer))
    except StopIteration as done:
        value = done.value
    return names, value


trace.append(drive(outer(1), [10, 20, 30, 40, 50, 60]))
parked = {}
for number in range(6):
    waiting = outer(number)
    parked.setdefault(waiting.send(None), []).append(waiting)
trace.append(sorted(parked))
failing = outer(9)
failing.send(None)
try:
    failing.throw(KeyError("lost"))
except StopIteration as done:
    trace.append(done.value)


def numbers():
    got = yield 1
    try:
        yield got
    except ValueError:
        yield "caught"
    return "end"


def around():
    given = yield from numbers()
    yield given


steps = around()
trace.append([next(steps), steps.send(5), steps.throw(ValueError()), next(steps)])


def plain():
    yield 0
    return 7


one = plain()
next(one)
try:
    next(one)
except StopIteration as done:
    trace.append(done.value)
result = repr(trace)
