"""Journals made of mixins."""
from datetime import datetime, timedelta


class Store:
    """Keeps entries in order."""

    def __init__(self):
        super().__init__()
        self.entries = []

    def add(self, entry):
        self.entries.append(entry)

    def __len__(self):
        return len(self.entries)


class Capped:
    """Lets the oldest entries go."""

    limit = 50

    def add(self, entry):
        super().add(entry)
        if len(self.entries) > self.limit:
            del self.entries[:-self.limit]


class Stamped:
    """Notes when an entry came."""

    start = datetime(2024, 5, 1)

    def __init__(self):
        super().__init__()
        self.count = 0

    def add(self, entry):
        self.count += 1
        super().add((self.start + timedelta(seconds=self.count), entry))


class Journal(Stamped, Store, Capped):
    def report(self):
        first, _ = self.entries[0]
        return f"{len(self)} entries since {first:%H:%M:%S}"


journal = Journal()
for number in range(12_000):
    journal.add({"number": number, "text": f"sensor {number % 16} reads {number * 37 % 1000}", "ok": number % 9 != 0})
print(journal.report())
