class Node:
    def __init__(self, size):
        self.payload = bytes(size)
        self.next = None


nodes = []
for number in range(4_000):
    nodes.append(Node(1_000))
