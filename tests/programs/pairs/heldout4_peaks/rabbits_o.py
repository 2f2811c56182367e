"""The first Fibonacci number with so many binary digits."""
import sys


def first_with(bits):
    count, before, last = 2, 1, 1
    while last.bit_length() < bits:
        count, before, last = count + 1, last, last + before
    return count, last


def main():
    index, number = first_with(9_000)
    print(f"F({index}) has {number.bit_length()} bits and ends in {number % 10 ** 9}", file=sys.stdout)


main()
