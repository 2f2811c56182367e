class Sheet(dict):
    def __init__(self):
        super().__init__()
        self.audit = []

    def __setitem__(self, cell, value):
        self.audit.append((cell, self.get(cell)))
        super().__setitem__(cell, value)


sheet = Sheet()
for n in range(25_000):
    sheet["A%d" % (n % 8)] = n * 1.01
print(len(sheet))
