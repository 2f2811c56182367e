"""Objects that refer to each other in rings, kept and not kept.

A function that ends in ``_bad`` piles rings up in a collection that outlives it; the line that grows is marked.
A function that ends in ``_ok`` must stay silent.
"""

import weakref

PAIRS = []
LISTS = []
HANDLERS = []
BACKREFERENCES = []
WEAK_PAIRS = []
CLEARED = []


class Node:
    def __init__(self, size):
        self.data = bytearray(size)
        self.other = None


class Tree:
    def __init__(self, parent=None):
        self.data = bytearray(2_000)
        self.parent = parent
        self.children = []


class WeakTree:
    def __init__(self, parent=None):
        self.data = bytearray(20)
        self.parent = weakref.ref(parent) if parent else None
        self.children = []


ROOT = Tree()
WEAK_ROOT = WeakTree()


def keep_pairs_bad():
    for _ in range(1_000):
        left = Node(1_000)
        right = Node(1_000)
        left.other = right
        right.other = left
        PAIRS.append(left)  # expect: LL401


def keep_children_bad():
    for _ in range(1_000):
        ROOT.children.append(Tree(ROOT))  # expect: LL401


def keep_lists_bad():
    for number in range(5_000):
        row = [number] * 50
        row.append(row)
        LISTS.append(row)  # expect: LL401


def keep_closures_bad():
    for number in range(10_000):
        def retry(count=number):
            return retry
        HANDLERS.append(retry)  # expect: LL401


def keep_itself_bad():
    for _ in range(2_000):
        node = Node(1_000)
        node.other = node
        BACKREFERENCES.append(node)  # expect: LL401


class SessionBad:
    # The method that it keeps refers to it: no session goes before the collector comes by.
    def __init__(self, socket):
        self.socket = socket
        self.buffer = bytearray(1 << 20)
        self.receive = self.read  # expect: LL401

    def read(self):
        return self.socket.recv_into(self.buffer)


class SmallSessionOk:
    # Little waits for the collector.
    def __init__(self, socket):
        self.socket = socket
        self.receive = self.read

    def read(self):
        return self.socket.recv(100)


class ClosedSessionOk:
    def __init__(self, socket):
        self.socket = socket
        self.buffer = bytearray(1 << 20)
        self.receive = self.read

    def read(self):
        return self.socket.recv_into(self.buffer)

    def close(self):
        self.receive = None


class OnlySessionOk:
    # One of it, for the whole program.
    def __init__(self, socket):
        self.socket = socket
        self.buffer = bytearray(1 << 20)
        self.receive = self.read

    def read(self):
        return self.socket.recv_into(self.buffer)


def serve(sockets):
    for socket in sockets:
        SessionBad(socket).receive()
        SmallSessionOk(socket).receive()
        session = ClosedSessionOk(socket)
        session.receive()
        session.close()


def start(socket):
    OnlySessionOk(socket).receive()


def drop_pairs_ok():
    # Nothing refers to the rings from outside: the collector frees them.
    for _ in range(1_000):
        left = Node(1_000)
        right = Node(1_000)
        left.other = right
        right.other = left


def pairs_without_ring_ok():
    # One direction only, and few.
    for _ in range(20):
        left = Node(1_000)
        left.other = Node(1_000)
        WEAK_PAIRS.append(left)


def cleared_pairs_ok():
    for _ in range(1_000):
        left = Node(1_000)
        right = Node(1_000)
        left.other = right
        right.other = left
        CLEARED.append(left)
        CLEARED.clear()


def weak_children_ok():
    # The reference back does not count.
    for _ in range(50):
        WEAK_ROOT.children.append(WeakTree(WEAK_ROOT))


def local_ring_ok():
    nodes = []
    for _ in range(1_000):
        node = Node(1_000)
        node.other = nodes
        nodes.append(node)
    return len(nodes)


keep_pairs_bad()
keep_children_bad()
keep_lists_bad()
keep_closures_bad()
keep_itself_bad()
drop_pairs_ok()
pairs_without_ring_ok()
cleared_pairs_ok()
weak_children_ok()
local_ring_ok()
