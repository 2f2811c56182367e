import tracemalloc


class MemoryTracker:
    def __init__(self):
        self.leak_list = []

    def __enter__(self):
        tracemalloc.start()
        return self

    def add(self, count):
        for i in range(count):
            self.leak_list.append("x" * (1_000 + i))

    def __exit__(self, exc_type, exc_value, traceback):
        current, peak = tracemalloc.get_traced_memory()
        print(f"memory usage: {current}, peak: {peak}")
        tracemalloc.stop()
        self.leak_list.clear()


tracker = MemoryTracker()
with tracker:
    tracker.add(1000)
    tracker.add(1000)
