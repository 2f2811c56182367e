def make_counter():
    history = []

    def count(value):
        history.append([value])
        return len(history)

    return count


count = make_counter()
for number in range(2_000):
    count(number)
