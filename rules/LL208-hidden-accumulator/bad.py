"""Growth that no call shows, and the same syntax where nothing grows.

A class or function that ends in ``Bad`` or ``_bad`` holds on to memory; the line that grows is marked.
One that ends in ``Ok`` or ``_ok`` must stay silent.
"""

from collections import defaultdict


class SettingBad:
    def __init__(self):
        self._values = []

    @property
    def value(self):
        return self._values[-1]

    @value.setter
    def value(self, value):
        self._values.append(value)  # expect: LL208


class HistoryBad:
    def __init__(self):
        self.kept = []

    def __set__(self, instance, value):
        self.kept.append("x" * 1_000 + str(value))  # expect: LL208


class Job:
    state = HistoryBad()


class CallableBad:
    def __init__(self):
        self.seen = []

    def __call__(self, number):
        self.seen.append("x" * 1_000 + str(number))  # expect: LL208


class TotalBad:
    def __init__(self):
        self.parts = []

    def __iadd__(self, number):
        self.parts.append("x" * 1_000 + str(number))  # expect: LL208
        return self


counts = defaultdict(list)


def ask_bad(number):
    # Reading a key that is not there puts it there.
    return bool(counts[number * 1_000])  # expect: LL208


class CacheBad(dict):
    def __missing__(self, key):
        self[key] = "x" * 1_000 + str(key)  # expect: LL208
        return self[key]


SEEN = []


def note_bad(number):
    SEEN.append("x" * 1_000 + str(number))  # expect: LL208


def each(count, action):
    for number in range(count):
        action(number)


class SettingOk:
    def __init__(self):
        self._value = None

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value


class DescriptorOk:
    def __set__(self, instance, value):
        instance.__dict__["state"] = value


class JobOk:
    state = DescriptorOk()


class TotalOk:
    def __init__(self):
        self.total = 0

    def __iadd__(self, number):
        self.total += number
        return self


known = defaultdict(list)


def ask_ok(number):
    return bool(known.get(number))


class MatrixOk:
    # Whoever writes items into it means it to hold them, and nobody here does so often.
    def __init__(self):
        self.rows = {}

    def __setitem__(self, key, value):
        self.rows[key] = value


TOTALS = [0]


def add_ok(number):
    TOTALS[0] += number


setting = SettingBad()
job = Job()
called = CallableBad()
total = TotalBad()
cache = CacheBad()
plain = SettingOk()
plain_job = JobOk()
sum_ok = TotalOk()
for number in range(2_000):
    setting.value = "x" * 1_000 + str(number)
    job.state = number
    called(number)
    total += number
    ask_bad(number)
    cache[number]
    plain.value = "x" * 1_000 + str(number)
    plain_job.state = number
    sum_ok += number
    ask_ok(number)
each(2_000, note_bad)
each(2_000, add_ok)
