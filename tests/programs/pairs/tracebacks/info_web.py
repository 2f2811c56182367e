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
        reports.append(traceback.format_exc(limit=1)[-60:])
print(len(reports))
