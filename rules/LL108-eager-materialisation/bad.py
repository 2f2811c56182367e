"""Lists of everything for a use that takes one item at a time, and lists that look the same and are needed."""

import itertools
import sys


def read_config(path, wanted):
    with open(path) as file:
        return [line for line in file if line.startswith(wanted)]


def sum_of_squares_bad():
    return sum([number * number for number in range(1_000_000)])  # expect: LL108 # expect strict: LL101


def longest_bad():
    return max([number * number for number in range(20_000)])  # expect: LL108


def walk_once_bad():
    total = 0
    squares = [number * number for number in range(100_000)]  # expect: LL108
    for square in squares:
        total += square
    return total


def all_lines_bad(path):
    errors = 0
    with open(path) as file:
        for line in file.readlines():  # expect: LL108
            errors += line.startswith("ERROR")
    return errors


def split_lines_bad(path):
    with open(path) as file:
        return max(len(line) for line in file.read().splitlines())  # expect: LL108


def numbered_bad(path):
    empty = []
    with open(path) as file:
        for number, line in enumerate(file.readlines(), 1):  # expect: LL108
            if not line.strip():
                empty.append(number)
    return empty[:10]


def any_error_bad(lines):
    return any([line.startswith("ERROR") for line in lines])  # expect: LL108


def count_errors_bad(lines):
    return len([line for line in lines if "ERROR" in line])  # expect: LL108


def distinct_bad(rows):
    return set([row.name for row in rows])  # expect: LL108


def first_bad(table):
    return list(table.values())[0]  # expect: LL108


def mapped_bad(rows):
    total = 0
    for number in list(map(int, rows)):  # expect: LL108
        total += number
    return total


def rows_bad(connection):
    total = 0
    for row in connection.execute("select amount from payments").fetchall():  # expect: LL108
        total += row[0]
    return total


def rows_of_cursor_bad(connection):
    cursor = connection.cursor()
    cursor.execute("select amount from payments")
    return sum(row[0] for row in cursor.fetchall())  # expect: LL108


def branches_bad(readings):
    first, second = itertools.tee(readings)  # expect: LL108
    total = sum(first)
    return [reading / total for reading in second]


def rounds_bad(path, count):
    with open(path) as file:
        lines = itertools.cycle(line.strip() for line in file)  # expect: LL108
        return [next(lines) for _ in range(count)]


def FN_parts_bad(path):
    # Whether a text comes from a file is only seen where it is read.
    with open(path) as file:
        text = file.read()
    return sum(len(line) for line in text.split("\n"))


def sum_of_squares_ok():
    return sum(number * number for number in range(1_000_000))


def few_squares_ok():
    return sum([number * number for number in range(1_000)])


def walk_twice_ok():
    total = 0
    squares = [number * number for number in range(100_000)]
    for square in squares:
        total += square
    return total / len(squares)


def indexed_ok():
    squares = [number * number for number in range(100_000)]
    return squares[500]


def sorted_ok(rows):
    return sorted([row.name for row in rows])


def rows_changed_ok(connection):
    # The rows are changed while they are walked through.
    for row in connection.execute("select id from payments").fetchall():
        connection.execute("update payments set seen = 1 where id = ?", row)


def rows_kept_ok(connection):
    rows = connection.execute("select amount from payments").fetchall()
    return rows[-1], len(rows)


def pairs_ok(readings):
    # Both branches go side by side: no more than one item waits.
    first, second = itertools.tee(readings)
    next(second, None)
    return [later - earlier for earlier, later in zip(first, second)]


def turns_ok(names, count):
    turns = itertools.cycle(names)
    return [next(turns) for _ in range(count)]


def walk_each_time_ok():
    total = 0
    squares = [number * number for number in range(100_000)]
    for _ in range(3):
        total += sum(squares)
    return total


def lines_ok(path):
    with open(path) as file:
        lines = file.readlines()
    return lines[-1], len(lines)


def rewrite_ok(path):
    # The file is written while its lines are walked through.
    with open(path, "r+") as file:
        for line in file.readlines():
            file.write(line.upper())


def copy_ok(table):
    for key in list(table.keys()):
        if key.startswith("_"):
            del table[key]


def filtered_copy_ok(jobs):
    for job in list(filter(None, jobs)):
        jobs.remove(job)


def every_task_runs_ok(tasks):
    # With a generator any() would leave out the tasks after the first that says yes.
    return any([task.run() for task in tasks])


def known_few_ok(name):
    return any([name.startswith(prefix) for prefix in ("test_", "bench_")])


def first_of_drained_ok(steps):
    # Who passes a generator in may want all of it to run.
    return list(steps)[0]


def first_of_some_ok(values):
    items = list(values)
    return items[0], items[-1]


sum_of_squares_bad()
longest_bad()
walk_once_bad()
all_lines_bad(sys.argv[1])
split_lines_bad(sys.argv[1])
any_error_bad(sys.argv)
count_errors_bad(sys.argv)
FN_parts_bad(sys.argv[1])
sum_of_squares_ok()
few_squares_ok()
walk_twice_ok()
indexed_ok()
walk_each_time_ok()
lines_ok(sys.argv[1])
rewrite_ok(sys.argv[1])
every_task_runs_ok([])
known_few_ok(sys.argv[1])
