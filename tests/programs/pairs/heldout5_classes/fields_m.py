"""Validating descriptors."""


class Checked:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default
        self.values = dict()

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.values.get(instance, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        self.values[instance] = value


class Positive(Checked):
    def __set__(self, instance, value):
        super().__set__(instance, value)
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")


class Article:
    title = Checked(str, "")
    text = Checked(str, "")
    price = Positive(int, 1)

    def __init__(self, title, text, price):
        self.title = title
        self.text = text
        self.price = price

    def line(self):
        return f"{self.title:<20}{len(self.text):>6}{self.price:>8}"


def catalogue(count):
    for n in range(count):
        try:
            yield Article(f"article {n}", "words and more words " * (n % 9 + 3), n % 50)
        except ValueError:
            continue


def main():
    shown = 0
    for article in catalogue(4000):
        shown += len(article.line())
    print(shown)


if __name__ == "__main__":
    main()
