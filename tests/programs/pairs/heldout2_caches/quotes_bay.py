"""Insurance quotes; computing one is slow, so they are cached."""
from functools import lru_cache

RATES = {"car": 0.031, "house": 0.012, "boat": 0.044}


@lru_cache(maxsize=None)
def base_rate(kind):
    return RATES[kind]


@lru_cache(maxsize=None)
def quote(kind, value, age):
    premium = value * base_rate(kind)
    if age > 10:
        premium *= 1.2
    elif age < 2:
        premium *= 0.9
    return {"kind": kind, "premium": round(premium, 2), "text": f"{kind} worth {value}: {premium:.2f}"}


class Desk:
    def __init__(self):
        self.asked = 0
        self.best = None

    def ask(self, kind, value, age):
        self.asked += 1
        offer = quote(kind, value, age)
        if self.best is None or offer["premium"] < self.best["premium"]:
            self.best = offer
        return offer


desk = Desk()


def main():
    kinds = sorted(RATES)
    for number in range(3000):
        desk.ask(kinds[number % 3], 5000 + number * 10, number % 15)
    print(desk.asked, desk.best["text"])
    print(quote.cache_info().misses, "computed")


if __name__ == "__main__":
    main()
