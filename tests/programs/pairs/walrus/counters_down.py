rows = []
count = 0
while (count := count + 1) < 8_000:
    rows = [count, count * 2, str(count)]
print(count, len(rows))
