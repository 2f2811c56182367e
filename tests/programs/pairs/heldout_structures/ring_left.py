class Ring:
    def __init__(self, size):
        self.size = size
        self.slots = [None] * size
        self.next = 0

    def push(self, item):
        if self.next >= len(self.slots):
            self.slots.extend([None] * self.size)
        self.slots[self.next] = item
        self.next += 1


ring = Ring(64)
for number in range(5_000):
    ring.push(f"event {number:08d} from the left wheel")
