import tracemalloc


class Manager:
    def __init__(self, most):
        self.most = most
        self.data = []

    def check(self):
        current, _ = tracemalloc.get_traced_memory()
        if current > self.most:
            raise MemoryError(current)


tracemalloc.start()
manager = Manager(most=1_000_000_000)
try:
    for number in range(3_000):
        manager.check()
        manager.data.append(bytes(2_000))
except MemoryError:
    print("stopped")
tracemalloc.stop()
print(len(manager.data) > 0)
