def addresses(count):
    for n in range(count):
        yield "10.%d.%d.%d" % (n // 62_500 % 250, n // 250 % 250, n % 250)


def count_unique(count):
    previous, unique = None, 0
    for address in addresses(count):
        unique += address != previous
        previous = address
    return unique


print(count_unique(30_000))
