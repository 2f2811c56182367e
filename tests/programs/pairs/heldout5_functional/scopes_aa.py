"""Settings in nested scopes with contextlib."""
from contextlib import contextmanager, suppress

DEFAULTS = {"precision": 2, "unit": "mm", "locale": "en"}
STACK = [DEFAULTS]


@contextmanager
def override(**changes):
    STACK.append({**STACK[0], **changes, "trace": ["override"] * 20})
    yield STACK[-1]
    STACK.pop()


def current(name):
    return STACK[-1][name]


def show(value):
    if value % 3 == 0:
        raise ArithmeticError(f"cannot show {value}")
    return f"{value:.{current('precision')}f} {current('unit')}"


def main():
    length = 0
    for n in range(6000):
        with suppress(ArithmeticError):
            with override(precision=n % 5, unit="in" if n % 2 else "cm"):
                length += len(show(n))
    print(length)


if __name__ == "__main__":
    main()
