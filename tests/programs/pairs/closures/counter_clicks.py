def make_counter():
    history = []
    total = 0

    def count(amount, reason):
        nonlocal total, history
        total += amount
        history = [(amount, reason)]
        return total

    return count


count = make_counter()
for number in range(20_000):
    count(number, f"reason {number}")
print(count(0, "end"))
