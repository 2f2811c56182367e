"""A small mapper over sqlite: every row is one object, found again through the identity map."""
from __future__ import annotations

import sqlite3
import weakref
from typing import Any, Generic, Iterator, TypeVar

E = TypeVar("E", bound="Entity")


class Column(Generic[E]):
    """Reads and writes one field of an entity and marks it as changed."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None) -> Any:
        return self if instance is None else instance.fields[self.name]

    def __set__(self, instance, value) -> None:
        instance.fields[self.name] = value
        instance.changed = True


class Entity:
    table: str
    columns: tuple[str, ...] = ()

    def __init_subclass__(cls, table: str) -> None:
        cls.table = table
        cls.columns = tuple(name for name, value in vars(cls).items() if isinstance(value, Column))

    def __init__(self, key: int, values: tuple) -> None:
        self.key = key
        self.fields = dict(zip(self.columns, values))
        self.changed = False


class Person(Entity, table="person"):
    name = Column()
    city = Column()
    notes = Column()


class Session:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.identity = {}

    def _entity(self, cls: type[E], key: int, values: tuple) -> E:
        found = self.identity.get((cls, key))
        if found is None:
            found = cls(key, values)
            self.identity[cls, key] = found
        return found

    def select(self, cls: type[E], where: str = "1") -> Iterator[E]:
        query = f"SELECT id, {', '.join(cls.columns)} FROM {cls.table} WHERE {where} ORDER BY id"
        for key, *values in self.connection.execute(query):
            yield self._entity(cls, key, tuple(values))

    def flush(self, entity: Entity) -> None:
        if entity.changed:
            names = ", ".join(f"{name} = ?" for name in entity.columns)
            self.connection.execute(f"UPDATE {entity.table} SET {names} WHERE id = ?", (*entity.fields.values(), entity.key))
            entity.changed = False


def main() -> None:
    session.connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, city TEXT, notes TEXT)")
    session.connection.executemany(
        "INSERT INTO person (name, city, notes) VALUES (?, ?, ?)",
        ((f"Person {n}", ("Oslo", "Bergen", "Tromsø")[n % 3], f"called on day {n}; " * 20) for n in range(10_000)),
    )
    moved = 0
    for person in session.select(Person):
        if person.city == "Bergen" and person.key % 20 == 0:
            person.city = "Oslo"
            session.flush(person)
            moved += 1
    print(moved, "moved")


session = Session(sqlite3.connect(":memory:"))
if __name__ == "__main__":
    main()
