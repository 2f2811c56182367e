def mirrored(count):
    checks = 0
    letters = range(count)
    for front, back in zip(letters, reversed(letters)):
        checks += front + back == count - 1
    return checks


print(mirrored(120_000))
