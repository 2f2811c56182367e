class Ring:
    def __init__(self, size):
        self.size = size
        self.slots = [None] * size
        self.next = 0

    def push(self, item):
        self.slots[self.next] = item
        self.next = (self.next + 1) % self.size


ring = Ring(64)
for number in range(5_000):
    ring.push(f"event {number:08d} from the left wheel")
