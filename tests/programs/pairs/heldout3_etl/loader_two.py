class Warehouse:
    def __init__(self):
        self.pending = []
        self.rows = 0

    def load(self, rows):
        self.rows += len(rows)
        self.pending.append(rows)


class Batcher:
    def __init__(self, warehouse, size):
        self.warehouse = warehouse
        self.size = size
        self.batch = []

    def add(self, row):
        self.batch.append(row)
        if len(self.batch) >= self.size:
            self.flush()

    def flush(self):
        self.warehouse.load(self.batch)
        self.batch.clear()


warehouse = Warehouse()
batcher = Batcher(warehouse, 250)
for n in range(20000):
    batcher.add((n, f"article {n}", n * 1.19))
batcher.flush()
print(warehouse.rows, len(warehouse.pending))
