class Item:
    def __init__(self, number):
        self.number = number

    def process(self):
        return f"result {self.number}"


def generator_func(count):
    for number in range(count):
        yield Item(number)


def process_data(num_items):
    for item in generator_func(num_items):
        result = item.process()
        yield result


for result in process_data(20_000):
    pass
