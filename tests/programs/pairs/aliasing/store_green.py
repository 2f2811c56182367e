class Store:
    def __init__(self):
        self.items = []

    def append(self, item):
        self.items.append(item)

    def replace(self, item):
        self.items = [item]


store = Store()
write = getattr(store, "append")
for number in range(10_000):
    write({"key": number, "value": number / 7})
print(len(store.items))
