"""Loops inside loops that keep what they make, and loops that look the same and do not."""

GRID = []
ROWS = []
BOOK = {}
PAIRS = set()
REPORTS = []

SCRATCH = []
SUMS = []
LINE = []
LINES = []
SMALL = []


def fill_grid_bad():
    for x in range(500):
        for y in range(200):
            GRID.append((x, y, x * 1_000 + y))  # expect: LL102


def keep_rows_bad():
    for number in range(300):
        row = []
        for column in range(400):
            row.append(number * 1_000 + column)
        ROWS.append(row)  # expect: LL102


def index_book_bad():
    for page in range(400):
        BOOK[page] = [page * 1_000 + line for line in range(200)]  # expect: LL102


def pair_up_bad():
    left = 0
    while left < 300:
        for right in range(300):
            PAIRS.add((left, right))  # expect: LL102
        left += 1


def write_report_bad(number):
    for line in range(200):
        REPORTS.append(f"{number}: {line}")  # expect: LL102


def write_reports():
    for number in range(200):
        write_report_bad(number)


def clear_each_trip_ok():
    for x in range(500):
        for y in range(200):
            SCRATCH.append((x, y, x * 1_000 + y))
        SCRATCH.clear()


def sum_rows_ok():
    for number in range(300):
        row = []
        for column in range(400):
            row.append(number * 1_000 + column)
        SUMS.append(sum(row))


def reuse_row_ok():
    global LINE
    for number in range(300):
        LINE = []
        for column in range(400):
            LINE.append(number * 1_000 + column)


def newest_line_ok():
    for number in range(300):
        line = []
        for column in range(400):
            line.append(number * 1_000 + column)
        LINES[:] = [line]


def few_ok():
    for x in range(5):
        for y in range(6):
            SMALL.append((x, y))


def local_grid_ok():
    grid = []
    for x in range(500):
        for y in range(200):
            grid.append((x, y, x * 1_000 + y))  # expect strict: LL102
    return len(grid)


fill_grid_bad()
keep_rows_bad()
index_book_bad()
pair_up_bad()
write_reports()
clear_each_trip_ok()
sum_rows_ok()
reuse_row_ok()
newest_line_ok()
few_ok()
local_grid_ok()
