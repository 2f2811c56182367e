"""Writes the product feed for a price comparison site."""
from __future__ import annotations

import io
from typing import Iterable, NamedTuple


class Product(NamedTuple):
    sku: str
    title: str
    cents: int


def products(count: int) -> Iterable[Product]:
    adjectives = ["light", "sturdy", "blue", "folding"]
    for n in range(count):
        yield Product(f"P{n:07d}", f"{adjectives[n % 4]} chair, model {n}", 1999 + n % 5000)


def as_row(product: Product) -> str:
    price = f"{product.cents // 100}.{product.cents % 100:02d}"
    return "\t".join([product.sku, product.title, price, "EUR", "in stock", f"https://shop.example/p/{product.sku}"]) + "\n"


class CountingSink(io.TextIOBase):
    """Stands for the upload stream of the partner."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.size += len(text)
        return len(text)


def write_feed(sink: CountingSink, items: Iterable[Product]) -> int:
    rows = (as_row(p) for p in items if p.cents > 2000)
    sink.writelines(rows)
    return sink.size


if __name__ == "__main__":
    print(write_feed(CountingSink(), products(150_000)))
