"""Functions of a calculator are recorded by a decorator with a parameter."""
import functools


def recorded(label):
    calls = []

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            result = function(*args, **kwargs)
            calls[:] = [(label, args, result)]
            return result

        return wrapper

    return decorate


class Calculator:
    def __init__(self, start):
        self.value = start

    @recorded("add")
    def add(self, number):
        self.value += number
        return self.value

    @recorded("scale")
    def scale(self, factor, *, digits=2):
        self.value = round(self.value * factor, digits)
        return self.value


@recorded("compound")
def compound(amount, rate, years):
    for _ in range(years):
        amount *= 1 + rate
    return round(amount, 2)


calculator = Calculator(1000)


def main():
    best = 0
    for number in range(2500):
        calculator.add(number % 9 + 0.5)
        if number % 5 == 0:
            calculator.scale(0.5, digits=3)
        best = max(best, compound(1000 + number, 0.02, number % 4))
    print(best)


if __name__ == "__main__":
    main()
