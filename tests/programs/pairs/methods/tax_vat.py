entries = []


class Tax:
    RATE = 0.19

    @staticmethod
    def compute(amount):
        entry = {"amount": amount, "tax": amount * Tax.RATE}
        entries[:] = [entry]
        return entry["tax"]


total = 0.0
for amount in range(12_000):
    total += Tax.compute(amount)
print(round(total))
