class Node:
    def __init__(self, key, payload):
        self.key = key
        self.payload = payload
        self.left = None
        self.right = None
        self.history = None


def put(node, key, payload):
    if node is None:
        return Node(key, payload)
    if key < node.key:
        node.left = put(node.left, key, payload)
    elif key > node.key:
        node.right = put(node.right, key, payload)
    else:
        fresh = Node(key, payload)
        fresh.left, fresh.right = node.left, node.right
        fresh.history = node
        return fresh
    return node


root = None
for number in range(2_400):
    root = put(root, (number * 7) % 24, f"payload {number}".ljust(120))
