import string

names = ["".join((a, b)) for a in string.ascii_lowercase for b in string.ascii_lowercase]

report = ""
lines = 0
for round_number in range(20):
    for name in names:
        size = (len(name) * 37 + round_number) % 4096
        line = f"{round_number:02d} copied {name}/{name}.dat, {size} bytes, checksum {size * 7919:08x}\n"
        report += line
        lines += 1
