class Block:
    def __init__(self, number):
        self.data = bytes([number % 256]) * 20_000

    def head(self):
        return bytes(memoryview(self.data)[:16])


tail = []
for number in range(100):
    block = Block(number)
    tail.append(block.head())
