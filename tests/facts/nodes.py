class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


head = None
for number in range(1_000, 2_000):
    head = Node(number, head)
