"""A call tracer on sys.settrace that draws the deepest call stack."""
import sys
from collections import Counter


class CallTracer:
    def __init__(self, only):
        self.only = only
        self.calls = []
        self.counts = Counter()
        self.deepest = []

    def __call__(self, frame, event, arg):
        name = frame.f_code.co_name
        if name not in self.only:
            return None
        self.counts[name] += 1
        self.calls.append(frame)
        if len(self.calls) > len(self.deepest) and event == "call" and self.counts[name] < 40:
            self.deepest = [f.f_code.co_name for f in self.calls]
        return self.local

    def local(self, frame, event, arg):
        if event == "return":
            self.counts[f"{frame.f_code.co_name} returned"] += 1
            self.leave(frame)
        return self.local

    def leave(self, frame):
        self.last = self.calls.pop().f_code.co_name

    def __enter__(self):
        sys.settrace(self)
        return self

    def __exit__(self, *exc_info):
        sys.settrace(None)
        return False


def tokenize(text):
    words = text.split()
    return words


def score(words):
    table = Counter(words)
    return max(table.values())


def analyse(text):
    words = tokenize(text)
    return score(words) + len(words)


tracer = CallTracer({"tokenize", "score", "analyse"})


def main():
    total = 0
    with tracer:
        for n in range(700):
            total += analyse(f"w{n} " * (n % 40 + 5) + "tail")
    print(total, tracer.counts["score"], tracer.last)


if __name__ == "__main__":
    main()
