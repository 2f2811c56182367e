class Import:
    rows = []
    name = "import"

    def __init__(self, name):
        self.name = name
        self.rows = []

    def read(self, count):
        for n in range(count):
            self.rows.append(self.row(n))
        return self

    def row(self, n):
        raise NotImplementedError


class Prices(Import):
    def __init__(self, name, factor):
        self.name = name
        self.factor = factor

    def row(self, n):
        return self.name, n * self.factor


done = 0
for number in range(200):
    prices = Prices(f"file {number}", 1.25).read(100)
    done += prices.rows[-1][1] > 0
print(done)
