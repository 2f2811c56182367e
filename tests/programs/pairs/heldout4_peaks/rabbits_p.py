"""The first Fibonacci number with so many binary digits."""
import sys


def first_with(bits):
    numbers = [1, 1]
    while numbers[-1].bit_length() < bits:
        numbers.append(numbers[-1] + numbers[-2])
    return len(numbers), numbers[-1]


def main():
    index, number = first_with(9_000)
    print(f"F({index}) has {number.bit_length()} bits and ends in {number % 10 ** 9}", file=sys.stdout)


main()
