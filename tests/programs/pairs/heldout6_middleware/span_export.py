"""Tracing middleware with sampling."""
import contextlib
import itertools
import time
from contextvars import ContextVar

current_span = ContextVar("current_span", default=None)


class Span:
    __slots__ = ("name", "parent_id", "id", "tags", "start", "end")

    def __init__(self, name, parent, id_):
        self.name, self.id = name, id_
        self.parent_id = parent.id if parent else None
        self.tags = {}
        self.start = time.perf_counter_ns()
        self.end = None


class Tracer:
    def __init__(self, every):
        self.every = every
        self.spans = {}
        self.ids = itertools.count(1)
        self.exported = 0

    @contextlib.contextmanager
    def span(self, name, **tags):
        span = Span(name, current_span.get(), next(self.ids))
        span.tags.update(tags)
        self.spans[span.id] = span
        token = current_span.set(span)
        try:
            yield span
        finally:
            current_span.reset(token)
            span.end = time.perf_counter_ns()
            if span.id % self.every == 0:
                self.export(span)

    def export(self, span):
        self.spans.pop(span.id)
        self.exported += len(span.tags)


tracer = Tracer(every=10)


def application(request):
    with tracer.span("handler", path=request["path"]):
        with tracer.span("database", statement="select %d" % request["n"]):
            return request["n"] * 2


def main():
    total = 0
    for n in range(12_000):
        with tracer.span("request", n=n):
            total += application({"path": "/items/%d" % n, "n": n})
    print(total, tracer.exported)


main()
