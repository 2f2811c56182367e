import functools
import tracemalloc


def measured(function):
    data = []

    @functools.wraps(function)
    def wrapper(*arguments):
        tracemalloc.start()
        try:
            for number in range(100):
                data.append("y" * 1_000 + str(number))
            return function(*arguments)
        finally:
            tracemalloc.get_traced_memory()
            tracemalloc.stop()

    return wrapper


@measured
def job(number):
    return number * 2


for number in range(40):
    job(number)
print(job(1))
