class Inbox:
    """Accepts every message once, as far back as two generations."""

    def __init__(self, generation):
        self.generation = generation
        self.current = set()
        self.previous = set()
        self.accepted = 0

    def accept(self, key):
        if key in self.current or key in self.previous:
            return False
        self.current.add(key)
        if len(self.current) >= self.generation:
            self.previous |= self.current
            self.current = set()
        self.accepted += 1
        return True


def deliveries(count):
    for n in range(count):
        yield f"message-{n:08d}"
        if n % 5 == 0:
            yield f"message-{n:08d}"


inbox = Inbox(400)
twice = 0
for key in deliveries(25000):
    if not inbox.accept(key):
        twice += 1
print(inbox.accepted, twice)
