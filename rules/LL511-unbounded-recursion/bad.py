"""Recursion without an end, and recursion with one.

A function or class that ends in ``_bad`` or ``Bad`` can only fail; the line is marked.
One that ends in ``_ok`` or ``Ok`` must stay silent.
"""

import sys


def deep_bad():
    sys.setrecursionlimit(10**6)  # expect: LL511


def deepest_bad():
    sys.setrecursionlimit(sys.maxsize)  # expect: LL511


def size_bad(node):
    total = node.size
    return total + size_bad(node.next)  # expect: LL511


class AccountBad:
    def __init__(self, balance):
        self.balance = balance

    @property
    def total(self):
        return self.total  # expect: LL511


def a_little_deeper_ok():
    sys.setrecursionlimit(5_000)


def restored_ok(before):
    sys.setrecursionlimit(before)


def size_ok(node):
    if node is None:
        return 0
    return node.size + size_ok(node.next)


def shortcut_ok(node):
    return node and shortcut_ok(node.next)


def over_children_ok(node):
    return node.size + sum(over_children_ok(child) for child in node.children)


class Base:
    def close(self):
        return None


class WrapperOk(Base):
    def __init__(self, inner):
        self.inner = inner

    def close(self):
        super().close()
        return self.inner.close()


class ReaderOk:
    def __init__(self, text):
        self.text = text

    def read(self):
        self.read = self.read_rest
        return self.read()

    def read_rest(self):
        return self.text


class AccountOk:
    def __init__(self, balance):
        self._balance = balance

    @property
    def balance(self):
        return self._balance


def hidden_by_parameter_ok(key, hidden_by_parameter_ok=dict.get):
    return hidden_by_parameter_ok({}, key)


class ModifiersOk:
    def upper(text):
        return text.upper()

    upper = staticmethod(upper)


class VolumeOk:
    # The call does not fit: a TypeError ends it before it calls anything.
    def clone(self):
        return self.clone(["name", "licence"])
