def verse(number):
    for line in range(30):
        yield f"verse {number}, line {line}"


def poem(verses):
    for number in range(verses):
        yield from verse(number)


lines = sum(1 for line in poem(500))
print(lines if isinstance(lines, int) else len(lines))
