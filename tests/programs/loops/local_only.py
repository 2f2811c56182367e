def build(count):
    result = []
    for number in range(count):
        result.append(bytes(5000))
    return len(result)


total = build(3000)
