"""A tiny web application, simulated in process: routing, query parsing and a page cache."""
from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = ("utm_campaign", "click")


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, method: str, target: str) -> "Request":
        parts = urlsplit(target)
        return cls(method, parts.path, tuple(sorted(parse_qsl(parts.query))))

    def plain_query(self) -> tuple[tuple[str, str], ...]:
        """What of the query decides the page."""
        return tuple((name, value) for name, value in self.query if name not in TRACKING)


@dataclass
class Response:
    status: int
    body: bytes
    etag: str = ""


class App:
    def __init__(self) -> None:
        self.routes: dict[str, Callable[[Request], Response]] = {}
        self.rendered: dict[tuple, Response] = {}
        self.hits = 0

    def route(self, path: str):
        def register(handler):
            self.routes[path] = handler
            return handler
        return register

    def handle(self, method: str, target: str) -> Response:
        request = Request.parse(method, target)
        handler = self.routes.get(request.path)
        if handler is None:
            return Response(404, b"not found")
        key = (request.path, request.plain_query())
        known = self.rendered.get(key)
        if known is not None:
            self.hits += 1
            return known
        response = handler(request)
        response.etag = hashlib.md5(response.body).hexdigest()
        if response.status == 200:
            self.rendered[key] = response
        return response


app = App()


@app.route("/products")
def products(request: Request) -> Response:
    page = int(dict(request.plain_query()).get("page", "1"))
    rows = "".join(f"<li id='p{page * 40 + n}'>Product number {page * 40 + n:06d} &mdash; in stock</li>\n" for n in range(40))
    return Response(200, f"<html><ul>{rows}</ul></html>".encode())


@app.route("/health")
def health(request: Request) -> Response:
    return Response(204, b"")


def main() -> None:
    statuses: dict[int, int] = {}
    for visit in range(5000):
        if visit % 10 == 9:
            target = "/health"
        else:
            target = "/products?" + urlencode({"page": visit % 12, "utm_campaign": f"mail-{visit % 7}", "click": visit})
        response = app.handle("GET", target)
        statuses[response.status] = statuses.get(response.status, 0) + 1
    print(statuses, "hits", app.hits)


if __name__ == "__main__":
    main()
