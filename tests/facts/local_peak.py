def total(count):
    squares = []
    for number in range(count):
        squares.append(number * number)
    return sum(squares)


print(total(10_000))
