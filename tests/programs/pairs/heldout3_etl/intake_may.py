class Malformed(ValueError):
    def __init__(self, number, reason):
        super().__init__(f"row {number}: {reason}")
        self.number = number


def rows(count):
    for n in range(count):
        yield f"{n};{'x' * 300};{n * 3 if n % 4 else 'none'}"


def parse(number, line):
    columns = line.split(";")
    padded = columns[1].ljust(900, ".")
    if not columns[2].isdigit():
        raise Malformed(number, f"{columns[2]!r} after {len(padded)} characters")
    return int(columns[0]), int(columns[2])


faults = []
total = 0
for number, line in enumerate(rows(6000)):
    try:
        _, amount = parse(number, line)
        total += amount
    except Malformed as fault:
        faults.append(fault)
print(total, faults[-1])
