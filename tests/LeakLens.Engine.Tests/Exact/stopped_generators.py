"""Generators: send, throw, close, what they return, and exceptions that leave them."""
from contextlib import ContextDecorator, ExitStack, contextmanager, suppress

log = []


def pair():
    first = yield 1
    second = yield first
    return first, second


def delegating():
    got = yield from pair()
    yield got
    got = yield from [7, 8]
    yield got


def patient():
    try:
        while True:
            try:
                yield
            except ValueError as problem:
                yield "caught", str(problem)
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


def stopping():
    raise StopIteration
    yield


def stubborn():
    try:
        yield 1
    finally:
        yield 2


def broken():
    yield 1
    raise ValueError("broken")


@contextmanager
def step(name, swallow=False):
    log.append(f"in {name}")
    try:
        yield name
    except KeyError as problem:
        log.append(repr(problem))
        if not swallow:
            raise
    finally:
        log.append(f"out {name}")


@contextmanager
def twice():
    yield 1
    yield 2


@step("decorated")
def decorated():
    log.append("body")
    return "returned"


class Timed(ContextDecorator):
    def __enter__(self):
        log.append("timed")
        return self

    def __exit__(self, *problem):
        log.append(problem[0])
        return True


@Timed()
def failing():
    raise KeyError("inside")


def told(action):
    try:
        return action()
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


def enter(manager):
    with manager:
        log.append("entered")


def stacked():
    with ExitStack() as stack:
        for name in "ab":
            stack.enter_context(step(name))
        stack.callback(log.append, "callback")
        stack.push(lambda kind, problem, trace: log.append(kind.__name__) or True)
        kept = stack.pop_all()
    log.append("kept")
    with kept:
        raise KeyError("k")
    return "after"


seen = []
generator = delegating()
seen += [next(generator), generator.send("a"), generator.send("b"), list(generator)]
waiting = patient()
next(waiting)
seen += [waiting.send(5), waiting.throw(ValueError("boo"))]
waiting.close()
seen += [told(lambda: next(waiting)), told(lambda: pair().send(1)), told(lambda: pair().throw(KeyError("early"))), told(lambda: next(stopping())), told(lambda: list(broken())), told(lambda: sum(broken()))]
closing = stubborn()
next(closing)
seen.append(told(closing.close))
ended = pair()
next(ended)
ended.send(1)
try:
    ended.send(2)
except StopIteration as stop:
    seen.append(stop.value)
numbers = (number for number in range(5))
seen += [2 in numbers, list(numbers)]
steps = iter([1, 2, 3, 4])
for number in steps:
    if number == 2:
        break
seen += [list(steps), decorated(), decorated(), failing(), stacked(), told(lambda: enter(twice()))]
with suppress(KeyError):
    with step("passed"):
        raise KeyError("passed")
with step("swallowed", swallow=True):
    raise KeyError("swallowed")
result = repr((seen, log))
