import weakref


class Checked:
    def __init__(self, least):
        self.least = least
        self.values = weakref.WeakKeyDictionary()

    def __get__(self, owner, kind=None):
        if owner is None:
            return self
        return self.values[owner]

    def __set__(self, owner, value):
        if value < self.least:
            raise ValueError(value)
        self.values[owner] = value


class Price:
    amount = Checked(0)

    def __init__(self, article, amount):
        self.article = article
        self.amount = amount


total = 0
for n in range(6000):
    price = Price(f"article {n}", n * 5)
    total += price.amount
print(total)
