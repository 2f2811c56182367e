from io import StringIO

sheet = StringIO()
longest = 0
for n in range(900):
    sheet.seek(0)
    sheet.truncate(0)
    sheet.write(f"chapter {n}: ")
    for line in range(12):
        sheet.write(f"line {line} of chapter {n}, " * 4)
    longest = max(longest, sheet.tell())
print(longest > 0)
