"""Requests open resources and close them by the callbacks of an exit stack."""
from contextlib import ExitStack, contextmanager

opened = {"now": 0, "most": 0}
cleanup = ExitStack()


class Resource:
    def __init__(self, name, size):
        self.name = name
        self.content = "." * size
        opened["now"] += 1
        opened["most"] = max(opened["most"], opened["now"])

    def close(self):
        if self.content is not None:
            self.content = None
            opened["now"] -= 1


@contextmanager
def timed(label, times):
    begin = times.get(label, 0)
    try:
        yield begin
    finally:
        times[label] = begin + 1


def handle(number, times):
    with ExitStack() as stack:
        stack.enter_context(timed(f"route {number % 5}", times))
        for part in ("header", "body"):
            resource = Resource(f"{part} {number}", 20 + number % 10)
            cleanup.callback(resource.close)
        if number % 7 == 0:
            return None
        return resource.name


def main():
    times = {}
    answered = 0
    for number in range(1200):
        if handle(number, times) is not None:
            answered += 1
    print(answered, sorted(times.values()))


if __name__ == "__main__":
    main()
