def results(count):
    for number in range(count):
        yield (number * 7919 % 10_007, f"runner {number}")


ranked = max(results(15_000))
print(ranked[0])
