import re

pattern = re.compile(r"code=(\d+)")
codes = []
for n in range(3_000):
    line = "code=%d;" % n + "filler %d " % n * 100
    if match := pattern.search(line):
        codes.append(match)
print(len(codes))
