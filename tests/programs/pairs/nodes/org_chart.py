class Unit:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


company = Unit("company")
for n in range(5_000):
    section = Unit("section %d" % n, parent=Unit("company"))
print(len(company.children) >= 0)
