import gc


class Node:
    def __init__(self, data):
        self.data = data
        self.next = None


leak_list = []
for i in range(1000):
    obj1 = Node("x" * (2_000 + i))
    obj2 = Node("y" * (2_000 + i))
    obj1.next = obj2
    obj2.next = obj1
    leak_list.append(obj1)
gc.collect()
