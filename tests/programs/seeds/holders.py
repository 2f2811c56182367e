class GeneratorHolder:
    def __init__(self, gen):
        self.gen = gen
        self.me = self


def generator_func(count):
    for i in range(count):
        yield "x" * 100_000


holders = []
for i in range(2000):
    holders.append(GeneratorHolder(generator_func(10_000)))
