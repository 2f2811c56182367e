class Total:
    def __init__(self, parts):
        self.parts = parts

    def __iadd__(self, other):
        self.parts.extend(other.parts)
        return self


total = Total([0])
for n in range(30_000):
    total += Total([n * 1000])
print(sum(total.parts))
