class Node:
    def __init__(self, size, following):
        self.payload = bytes(size)
        self.following = following


head = None
for number in range(5_000):
    head = Node(1_000, head)
