from contextlib import contextmanager

open_spans = []


@contextmanager
def span(name, attributes):
    open_spans.append({"name": name, "attributes": attributes})
    try:
        yield len(open_spans)
    finally:
        open_spans.pop()


deepest = 0
for request in range(6_000):
    with span("request", {"path": f"/items/{request}"}) as depth:
        deepest = max(deepest, depth)
print("done")
