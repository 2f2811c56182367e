import tracemalloc


class Monitor:
    def __init__(self):
        self.blocks = []

    def __enter__(self):
        tracemalloc.start()
        return self

    def __exit__(self, *error):
        current, peak = tracemalloc.get_traced_memory()
        print("measured", peak >= current)
        tracemalloc.stop()
        self.blocks.clear()

    def load(self, number):
        self.blocks.append("block %d " % number * 300)


monitor = Monitor()
with monitor:
    for number in range(2_000):
        monitor.load(number)
