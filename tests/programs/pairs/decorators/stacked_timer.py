from functools import update_wrapper, wraps


class Remember:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.results = {}

    def __call__(self, number):
        if number not in self.results:
            self.results[number] = self.function(number)
        return self.results[number]


def positive(function):
    @wraps(function)
    def wrapper(number):
        return function(abs(number))

    return wrapper


@Remember
@positive
def page(number):
    return f"<h1>page {number}</h1>" * 20


for number in range(-2_000, 2_000):
    page(number)
print(page.__name__)
