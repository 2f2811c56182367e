"""Prints, as JSON, the sizes that this CPython reports and allocates: what sizes-3.*.json was made with.

    python3.12 sizes.py > sizes-3.12.json
    node ../../LeakLens.Python.Tests/CPython/pyodide-run.mjs sizes.py > sizes-3.14.json      (32-bit: see SizeFormulaTests)

Tables of containers are written where they change: [items, bytes]. Objects are measured by tracemalloc, 4,000 of each, since
getsizeof leaves out what an instance or a generator owns besides itself.
"""
import collections
import gc
import json
import sys
import tracemalloc
import types

COUNT = 4000
MOST = 70000


def grown(make, add):
    container, rows = make(), []
    for n in range(MOST):
        size = sys.getsizeof(container)
        if not rows or rows[-1][1] != size:
            rows.append([n, size])
        add(container, n)
    return rows


def add_item(container, n):
    container[n] = None


def add_name(container, n):
    container[str(n)] = None


def extended(step):
    items, rows = [], []
    for _ in range(100):
        items.extend([None] * step)
        rows.append([len(items), step, sys.getsizeof(items)])
    return rows


def allocated(make):
    """Bytes of one object; what all of them together need besides is less than a byte of each."""
    kept = [None] * COUNT
    make()
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for n in range(COUNT):
        kept[n] = make()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return int((after - before) / COUNT)


def instances(attributes):
    lines = "".join(f"        self.name{n} = None\n" for n in range(attributes)) or "        pass\n"
    namespace = {}
    exec(f"class Plain:\n    def __init__(self):\n{lines}", namespace)
    for _ in range(100):  # a class learns from its first instances how many attributes the next will have
        namespace["Plain"]()
    return allocated(namespace["Plain"])


def slotted(count):
    return allocated(type("Slotted", (), {"__slots__": [f"name{n}" for n in range(count)]}))


def walking(items):
    for item in items:
        yield item


class WithMethod:
    __slots__ = ()

    def method(self):
        pass


some, shared = WithMethod(), []
json.dump({
    "version": list(sys.version_info[:2]),
    "pointer": 8 if sys.maxsize > 2**32 else 4,
    "list": grown(list, lambda items, n: items.append(None)),
    "extend": [row for step in (2, 3, 7, 21, 50, 1000) for row in extended(step)],
    "dict": grown(dict, add_item),
    "keys": grown(dict, add_name),
    "set": grown(set, set.add),
    "deque": grown(collections.deque, collections.deque.append)[:200],
    "presized": [[n, sys.getsizeof([None] * n)] for n in (1, 2, 3, 1000)],
    "tuple": [[n, sys.getsizeof((None,) * n)] for n in (1, 2, 50, 5000)],
    "bytes": [[n, sys.getsizeof(b"a" * n)] for n in (2, 3, 100, 5000)],
    "bytearray": [[n, sys.getsizeof(bytearray(n))] for n in (0, 1, 2, 100, 5000)],
    "str": [[n, kind, sys.getsizeof(c * n)] for kind, c in enumerate("a\xe9\u20ac\U0001F600") for n in (2, 3, 100, 5000)],
    "int": [[bits, sys.getsizeof(1 << bits - 1)] for bits in (1, 29, 30, 31, 60, 61, 90, 1000)],
    "float": [[sys.getsizeof(1.5)]],
    "complex": [[sys.getsizeof(1.5j)]],
    "instance": [[n, instances(n)] for n in range(60)],
    "slotted": [[n, slotted(n)] for n in (0, 1, 2, 10)],
    "function": [[allocated(lambda: lambda: 0)]],
    "generator": [[walking.__code__.co_nlocals + walking.__code__.co_stacksize, allocated(lambda: walking(shared))]],
    "method": [[allocated(lambda: some.method)]],
    "builtin_method": [[allocated(lambda: shared.append)]],
    "list_iterator": [[allocated(lambda: iter(shared))]],
    "range": [[allocated(lambda: range(5))]],
    "cell": [[allocated(lambda: types.CellType(shared))]],
}, sys.stdout)
print()
