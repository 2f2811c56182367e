"""Pricing service for shopping carts.

Quotes are computed from a catalogue, a tier discount and a tax table, and are
memoised because storefront pages ask for the same quote many times.
"""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from decimal import Decimal

log = logging.getLogger("pricing")

TIERS = ("guest", "silver", "gold", "platinum")
DISCOUNT = {"guest": 0, "silver": 3, "gold": 7, "platinum": 12}


@dataclass(frozen=True)
class Basket:
    number: int
    tier: str
    sku: str
    quantity: int


@dataclass
class Quote:
    sku: str
    tier: str
    lines: list[str] = field(default_factory=list)
    total: Decimal = Decimal(0)


class PriceEngine:
    """Computes and memoises quotes."""

    def __init__(self, catalogue: dict[str, int]) -> None:
        self._catalogue = catalogue
        self._quotes: dict[tuple, Quote] = {}

    def quote(self, basket: Basket) -> Quote:
        key = (basket.sku, basket.tier, basket.quantity)
        hit = self._quotes.get(key)
        if hit is None:
            hit = self._quotes[key] = self._compute(basket)
        return hit

    def _compute(self, basket: Basket) -> Quote:
        quote = Quote(basket.sku, basket.tier)
        price = self._catalogue[basket.sku]
        for n in range(1, 13):
            part = price * basket.quantity * (100 - DISCOUNT[basket.tier]) // 100
            quote.lines.append(f"{basket.sku} x{basket.quantity} month {n}: {part / n:.2f} EUR for {basket.tier}")
            quote.total += part
        return quote


ENGINE = PriceEngine({f"SKU-{n}": 100 + 7 * n for n in range(8)})


def main() -> None:
    logging.basicConfig(level=logging.WARNING)
    revenue = Decimal(0)
    for number in range(9000):
        basket = Basket(number, TIERS[number % 4], f"SKU-{number % 8}", 1 + number % 3)
        revenue += ENGINE.quote(basket).total
    log.info("done")
    print(f"revenue {revenue}")


if __name__ == "__main__":
    main()
