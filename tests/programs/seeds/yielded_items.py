class Item:
    def __init__(self, text):
        self.text = text


def generator_func(count):
    for i in range(count):
        yield Item("x" * (10_000 + i))


result_list = []
for item in generator_func(600):
    result_list.append(item)
