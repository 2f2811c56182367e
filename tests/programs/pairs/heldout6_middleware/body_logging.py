"""WSGI-like middleware that measures the size of response bodies."""
from typing import Callable, Iterable, Iterator
import zlib

Body = Iterable[bytes]
App = Callable[[str], Body]


def report(path: str) -> Body:
    for page in range(400):
        yield (f"{path} page {page}\n" * 1500).encode()


def log_body(app: App) -> App:
    def wrapped(path: str) -> Iterator[bytes]:
        chunks = list(app(path))
        size = check = 0
        for chunk in chunks:
            size += len(chunk)
            check = zlib.crc32(chunk, check)
            yield chunk
        print(path, size, check)

    return wrapped


def serve(app: App, path: str) -> int:
    return sum(len(chunk) for chunk in app(path))


if __name__ == "__main__":
    print(serve(log_body(report), "/annual"))
