failed = []
failures = 0
total = 0
for n in range(12_000):
    line = "row %d: not a number" % n
    try:
        total += int(line)
    except ValueError as error:
        failures += 1
        failed.append((line, str(error)))
    else:
        total += 1
print(failures, total)
