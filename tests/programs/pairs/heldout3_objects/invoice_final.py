class Invoice:
    def __init__(self, customer):
        self.customer = customer
        self._lines = []
        self._parts = []

    def add(self, text, amount):
        self._lines.append((text, amount))
        if len(self._lines) > 10:
            self._lines.pop(0)

    @property
    def total(self):
        self._parts = [f"{text}: {amount:.2f}" for text, amount in self._lines]
        return sum(amount for _, amount in self._lines)


invoice = Invoice("Miller")
highest = 0
for n in range(2500):
    invoice.add(f"position {n}", n * 1.5)
    highest = max(highest, invoice.total)
print(highest)
