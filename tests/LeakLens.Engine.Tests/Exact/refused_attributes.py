"""Attributes: descriptors, properties, slots, frozen records, __getattr__, __getattribute__, __setattr__, __dict__."""
from abc import ABC, abstractmethod
from dataclasses import FrozenInstanceError, dataclass
from typing import Protocol, runtime_checkable


class Celsius:
    def __init__(self):
        self._value = 1

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value * 2

    @value.deleter
    def value(self):
        self._value = "deleted"

    @property
    def fixed(self):
        return "fixed"


class Kelvin(Celsius):
    @Celsius.value.getter
    def value(self):
        return "K", super().value


class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = ("set", value)

    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)


class Holder:
    typed = Typed()


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class Loose(Slotted):
    pass


class Asked:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            raise AttributeError(name)
        return "asked", name


class Guarded:
    plain = 1

    def __getattribute__(self, name):
        return ("got", name) if name != "plain" else super().__getattribute__(name)


class Noted:
    def __setattr__(self, name, value):
        super().__setattr__(name, ("noted", value))

    def __delattr__(self, name):
        gone.append(name)
        super().__delattr__(name)


class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Frozen:
    x: int


@dataclass
class Base:
    number: int
    name: str = "n"


class Derived(Base):
    def __init__(self, number):
        Base.__init__(self, number)
        self.extra = [number]


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...


class Square(Shape):
    name = "square"

    def area(self):
        return 4


@runtime_checkable
class HasArea(Protocol):
    def area(self): ...


def told(action):
    try:
        return action()
    except (AttributeError, TypeError) as problem:
        return f"{type(problem).__name__}: {problem}"


def delete(owner, name):
    delattr(owner, name) if False else None
    if name == "value":
        del owner.value
    elif name == "fixed":
        del owner.fixed
    else:
        del owner.q


gone = []
celsius, kelvin, holder, slotted, loose, asked, noted = Celsius(), Kelvin(), Holder(), Slotted(), Loose(), Asked(), Noted()
seen = [celsius.value]
celsius.value = 5
celsius.value += 1
seen.append(celsius.value)
del celsius.value
seen += [celsius.value, told(lambda: setattr(celsius, "fixed", 1)), told(lambda: delete(celsius, "fixed")), kelvin.value]
kelvin.value = 4
seen += [kelvin.value, holder.typed]
holder.typed = 3
seen += [holder.typed, vars(holder)]
del holder.typed
seen += [holder.typed, vars(holder), Holder.typed.name, told(lambda: setattr(slotted, "c", 1)), told(lambda: slotted.b), told(lambda: slotted.__dict__)]
loose.c = 3
noted.q = 1
namespace = noted.__dict__
namespace["r"] = 2
seen += [loose.__dict__, noted.q, noted.r, dict(namespace)]
delete(noted, "q")
seen += [gone, told(lambda: noted.q), list(namespace), asked.real, asked.other, hasattr(asked, "y"), hasattr(asked, "xy"), getattr(asked, "xz", 7), Guarded().plain, Guarded().any]
seen += [Config(a=1).a, told(lambda: Config().b), getattr(Config(), "b", 5), told(lambda: setattr(Frozen(1), "x", 2)), issubclass(FrozenInstanceError, AttributeError)]
seen += [Derived(3), vars(Derived(3)), told(Shape), Square().area(), isinstance(Square(), HasArea), isinstance(3, HasArea), issubclass(Square, Shape), [c.__name__ for c in Derived.__mro__]]
result = repr(seen)
