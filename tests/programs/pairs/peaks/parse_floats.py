def parse(count):
    texts = (f"{n}.25" for n in range(count))
    numbers = map(float, texts)
    best = 0.0
    for number in numbers:
        if number > best:
            best = number
    return best


print(parse(60_000))
