class Writer:
    def __init__(self, size):
        self.size = size
        self.pending = []
        self.batches = 0

    def write(self, row):
        self.pending.append(row)
        if len(self.pending) >= self.size:
            self.flush()

    def flush(self):
        pending = self.pending
        statement = f"INSERT INTO rows VALUES {pending[0]!r} and {len(pending) - 1} more"
        self.batches += len(statement) > 0
        self.pending = []


writer = Writer(size=20)
for number in range(3_000):
    writer.write((number, f"row {number} of the nightly import"))
