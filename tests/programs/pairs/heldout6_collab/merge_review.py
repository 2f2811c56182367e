"""Merges the saved versions of a shared spreadsheet, newest value wins."""
from functools import reduce


def saved_versions(count):
    for n in range(count):
        yield {(row, n % 5): f"r{row}v{n}" for row in range(120)}


def newer(left, right):
    left.update(right)
    return left


def merge_all(count):
    versions = [*saved_versions(count)]
    return reduce(newer, versions, {})


def main():
    sheet = merge_all(600)
    print(len(sheet), sheet[3, 4])


if __name__ == "__main__":
    main()
