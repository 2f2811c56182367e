"""Row classes generated from the fields of a record, registered by a metaclass."""
from itertools import permutations


class RowMeta(type):
    known = {}

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        if fields := namespace.get("__slots__"):
            mcs.known[tuple(fields)] = cls
        return cls

    def __call__(cls, *values, **named):
        row = super().__call__()
        for field, value in zip(cls.__slots__, values):
            setattr(row, field, value)
        for field, value in named.items():
            setattr(row, field, value)
        return row


class Row(metaclass=RowMeta):
    __slots__ = ()

    def __eq__(self, other):
        return type(self) is type(other) and all(getattr(self, f) == getattr(other, f) for f in self.__slots__)

    def __hash__(self):
        return hash(tuple(getattr(self, f) for f in self.__slots__))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in self.__slots__)})"


def row_class(record):
    fields = tuple(sorted(record))
    found = RowMeta.known.get(fields)
    if found is None:
        found = RowMeta(f"Row{len(RowMeta.known)}", (Row,), {"__slots__": fields})
    return found


def shuffled_records():
    """Documents as a schemaless store gives them: the same fields, in the order in which they were set."""
    fields = ["id", "name", "city", "zip", "phone", "mail"]
    for number, order in enumerate(permutations(fields)):
        yield {field: f"{field}{number % 10}" for field in order}


rows = set()
for record in shuffled_records():
    made = row_class(record)(**record)
    if made.id == "id0":
        rows.add(made.name)
del made, record
print(len(RowMeta.known), "classes", rows)
