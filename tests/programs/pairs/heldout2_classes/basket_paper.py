"""Shopping baskets with items and discounts; a basket lives as long as its visit."""


class Item:
    def __init__(self, name, price):
        self.name = name
        self.price = price


class Basket:
    items = []
    discount = 0.0

    def __init__(self, owner):
        self.owner = owner
        self.items = []

    def add(self, item):
        self.items.append(item)
        return self

    def total(self):
        return sum(item.price for item in self.items[-3:]) * (1 - self.discount)


class DiscountBasket(Basket):
    discount = 0.1

    def __init__(self, owner, code):
        super().__init__(owner)
        self.code = code
        if code.startswith("SUMMER"):
            self.discount = 0.2


def visit(number):
    if number % 4 == 0:
        basket = DiscountBasket(f"visitor {number}", "SUMMER24" if number % 8 else "X")
    else:
        basket = Basket(f"visitor {number}")
    for step in range(number % 3 + 1):
        basket.add(Item(f"article {number}/{step}", 5 + step))
    return basket.total()


def main():
    turnover = 0
    for number in range(2000):
        turnover += visit(number)
    print(f"{turnover:,.2f}")


if __name__ == "__main__":
    main()
