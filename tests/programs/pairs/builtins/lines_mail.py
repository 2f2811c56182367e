def wanted(line):
    return "error" in line


log = (f"{n:06d} error in module {n % 17}" for n in range(12_000))
chosen = tuple(filter(wanted, log))
print(len(chosen))
