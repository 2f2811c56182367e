def results(count):
    for number in range(count):
        yield (number * 7919 % 10_007, f"runner {number}")


ranked = sorted(results(15_000), reverse=True)
print(ranked[0])
