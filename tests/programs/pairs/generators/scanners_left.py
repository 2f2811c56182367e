def scanner(number):
    table = bytes(3_000 + number)
    for position in range(len(table)):
        yield position, table[position]


waiting = []
for number in range(600):
    scan = scanner(number)
    iter(scan)
    waiting.append(scan)
print(len(waiting))
