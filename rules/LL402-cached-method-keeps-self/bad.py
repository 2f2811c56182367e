"""Caches on methods: those whose keys contain self, and those that go with the instance.

A class that ends in ``Bad`` is kept alive by its own cache; the decorator is marked.
A class that ends in ``Ok`` must stay silent.
"""

import enum
import functools
from dataclasses import dataclass
from functools import lru_cache

from cachetools import TTLCache, cached


class ReportBad:
    def __init__(self, rows):
        self.rows = rows

    @functools.lru_cache(maxsize=None)  # expect: LL402
    def total(self, column):
        return sum(row[column] for row in self.rows)


class PageBad:
    def __init__(self, text):
        self.text = text

    @functools.cache  # expect: LL402
    def words(self):
        return self.text.split()


class SettingsBad:
    def __init__(self, path):
        self.path = path

    # 128 instances are enough to hurt when each is large.
    @lru_cache  # expect: LL402
    def load(self):
        return {"path": self.path}


class WrappedBad:
    def lookup(self, key):
        return [key]

    lookup = lru_cache(maxsize=None)(lookup)  # expect: LL402


class ShelfBad:
    @cached(cache={})  # expect: LL402
    def find(self, title):
        return [title]


class BoundedShelfBad:
    @cached(cache=TTLCache(maxsize=100, ttl=60))  # expect: LL402
    def find(self, title):
        return [title]


class PageOk:
    def __init__(self, text):
        self.text = text

    # The result is an attribute of the instance, and goes with it.
    @functools.cached_property
    def words(self):
        return self.text.split()


class ReportOk:
    # A static method has no self that a key could keep.
    @staticmethod
    @functools.lru_cache(maxsize=256)
    def total(rows):
        return sum(rows)


class ColumnOk:
    @classmethod
    @functools.lru_cache(maxsize=256)
    def names(cls, table):
        return [table]


class OwnCacheOk:
    def __init__(self, rows):
        self.rows = rows
        # The cache belongs to the instance: both go together.
        self.total = functools.lru_cache(maxsize=256)(self._total)

    def _total(self, column):
        return sum(row[column] for row in self.rows)


class ColourOk(enum.Enum):
    RED = 1
    GREEN = 2

    # There is one RED, and it lives as long as the class.
    @functools.cache
    def hexadecimal(self):
        return hex(self.value)


@dataclass(frozen=True, slots=True)
class PointOk:
    x: int
    y: int

    # A small value, and equal ones share their entry.
    @functools.lru_cache(maxsize=1024)
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class RegistryOk(type):
    # self is a class here.
    @functools.cache
    def fields(cls):
        return list(vars(cls))


class ServiceOk:
    @functools.cache
    def address(self, name):
        return f"http://{name}"


SERVICE = ServiceOk()


class ByKeyOk:
    # The key leaves self out.
    @cached(cache=TTLCache(maxsize=100, ttl=60), key=lambda self, title: title)
    def find(self, title):
        return [title]


class FN_ByHandBad:
    # A dict of the class keyed by self does the same; only its growth would show it, and this file makes no instance.
    answers = {}

    def answer(self, question):
        key = (self, question)
        if key not in self.answers:
            self.answers[key] = [question]  # expect: LL403
        return self.answers[key]
