def row(number, width):
    return [number * column * 0.01 for column in range(width)]


def total(height, width):
    table = [row(number, width) for number in range(height)]
    return sum(sum(line) for line in table)


print(round(total(300, 300)))
