class Node:
    def __init__(self, value):
        self.value = value
        self.following = None


class Chain:
    def __init__(self):
        self.first = None
        self.length = 0

    def push(self, value):
        node = Node(value)
        node.following = self.first
        self.first = node
        self.length += 1

    def pop(self):
        value = self.first.value
        self.length -= 1
        return value


chain = Chain()
for n in range(8_000):
    chain.push("car %d" % n)
    chain.pop()
print(chain.length)
