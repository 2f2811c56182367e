def line(number):
    return f"{number:06d} " + "=" * (number % 60) + " ok"


def report(count):
    lines = [line(number) for number in range(count)]
    widest = 0
    for text in lines:
        widest = max(widest, len(text))
    return widest


widest = 0
for year in range(3):
    widest = max(widest, report(15000 + year))
print(widest)
