class Often:
    def __init__(self, size):
        self.size = size
        self.values = {}
        self.uses = {}

    def find(self, key):
        if key in self.values:
            self.uses[key] += 1
            return self.values[key]
        if len(self.values) >= self.size:
            victim = min(self.values, key=self.uses.__getitem__)
            del self.values[victim]
            self.uses[victim] = 0
        self.values[key] = value = key.upper()
        self.uses[key] = self.uses.get(key, 0) + 1
        return value


often = Often(40)
length = 0
for n in range(9000):
    length += len(often.find(f"/catalogue/{n:06d}/" + "details/" * 12))
    length += len(often.find(f"/start/{n % 8}"))
print(length, len(often.values))
