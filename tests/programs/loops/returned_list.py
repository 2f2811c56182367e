def build(count):
    result = []
    for number in range(count):
        result.append(bytes(number))
    return result


kept = build(3000)
