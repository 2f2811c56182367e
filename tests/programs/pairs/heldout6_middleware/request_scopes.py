"""Dependency injection with a scope per request."""
from __future__ import annotations

import logging
import types
from typing import Any, Callable, TypeVar

T = TypeVar("T")
logging.disable(logging.CRITICAL)
logger = logging.getLogger("di")


class Container:
    def __init__(self) -> None:
        self.factories: dict[type, Callable[[], Any]] = {}
        self.scopes: dict[int, dict[type, Any]] = {}
        self.failed = 0

    def register(self, kind: type[T], factory: Callable[[], T]) -> None:
        self.factories[kind] = factory

    def scope(self, number: int) -> Scope:
        return Scope(self, number)


class Scope:
    def __init__(self, container: Container, number: int) -> None:
        self.container, self.number = container, number

    def get(self, kind: type[T]) -> T:
        cache = self.container.scopes[self.number]
        if kind not in cache:
            cache[kind] = self.container.factories[kind]()
        return cache[kind]

    def __enter__(self) -> Scope:
        self.container.scopes[self.number] = {}
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, tb: types.TracebackType | None) -> bool:
        if kind is not None:
            self.container.failed += 1
            logger.error("request %d: %s", self.number, error)
            return True
        self.container.scopes.pop(self.number)
        return False


class UnitOfWork:
    def __init__(self) -> None:
        self.rows = [{"row": n} for n in range(12)]


CONTAINER = Container()
CONTAINER.register(UnitOfWork, UnitOfWork)


def endpoint(number: int) -> None:
    with CONTAINER.scope(number) as scope:
        work = scope.get(UnitOfWork)
        if number % 5 == 0:
            raise LookupError(f"no such item {number}")
        work.rows.pop()


def main() -> None:
    for number in range(8000):
        endpoint(number)
    print(CONTAINER.failed)


if __name__ == "__main__":
    main()
