"""Tracing of agent runs (spans, like OpenTelemetry but much smaller)."""
import hashlib
import itertools


class Span:
    _ids = itertools.count(1)

    def __init__(self, name, parent, payload):
        self.id = next(self._ids)
        self.name = name
        self.parent = parent
        self.payload = payload
        self.status = "open"

    def path(self, depth=3):
        names, span = [], self
        while span is not None and len(names) < depth:
            names.append(span.name)
            span = span.parent
        return "/".join(reversed(names))


class Tracer:
    def __init__(self):
        self.current = None
        self.finished = 0

    def start(self, name, payload):
        self.current = Span(name, self.current, payload)
        return self.current

    def finish(self, span, status="ok"):
        span.status = status
        self.finished += 1
        self.current = span.parent


tracer = Tracer()


def fake_model(prompt):
    digest = hashlib.md5(prompt.encode()).hexdigest()
    return (digest + " ") * 60


def call_tool(name, arguments):
    span = tracer.start(name, arguments)
    result = {"tool": name, "ok": True, "size": len(arguments)}
    tracer.finish(span)
    return result


def run(task):
    span = tracer.start("run", task)
    answer = fake_model(task)
    for step in range(3):
        call_tool(f"tool{step}", answer[: 500 + step])
    tracer.finish(span)
    return tracer.finished, span.path()


def main():
    paths = set()
    for n in range(1500):
        _, path = run(f"summarise document {n}")
        paths.add(path)
    print(tracer.finished, len(paths))


if __name__ == "__main__":
    main()
