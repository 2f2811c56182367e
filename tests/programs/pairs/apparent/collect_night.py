import gc

rows = []
for number in range(12_000):
    rows.append([number, str(number), number * 0.5])
    if number % 3_000 == 2_999:
        rows.clear()
print(len(rows))
