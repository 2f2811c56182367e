import functools
import tracemalloc


def memory_decorator(func):
    storage = []

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        tracemalloc.start()
        for i in range(100):
            storage.append("x" * (5_000 + i))
        result = func(*args, **kwargs)
        current, peak = tracemalloc.get_traced_memory()
        print(f"Current memory usage is {current / 1024}kB; Peak: {peak / 1024}kB")
        tracemalloc.stop()
        return result

    return wrapper


@memory_decorator
def work():
    pass


for call in range(5):
    work()
