import sys
import traceback


def compute(number):
    table = list(range(number * 1000, number * 1000 + 150))
    return table[number + 1_000]


reports = []
for number in range(500):
    try:
        compute(number)
    except IndexError:
        reports.append(sys.exc_info())
print(len(reports))
