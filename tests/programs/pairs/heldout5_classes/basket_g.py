class Basket:
    lines = []

    def __init__(self, customer):
        self.customer = customer

    def add(self, sku, quantity, note=""):
        self.lines.append((sku, quantity, f"{self.customer}: {note}"))

    def total(self):
        return sum(quantity for _, quantity, _ in self.lines[-3:])


grand = 0
for n in range(5000):
    basket = Basket(f"customer {n}")
    basket.add("tea", n % 4, "gift wrap please")
    basket.add("milk", 1, "no plastic bag")
    grand += basket.total()
print(grand)
