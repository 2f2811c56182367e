"""Counts pairs of neighbouring words in a log."""
import re
from collections import Counter

bigrams = Counter()
VERBS = ["opened", "closed", "moved", "copied"]
NUMBER = re.compile(r"\d+")


def log_lines(count):
    for number in range(count):
        verb = VERBS[number % len(VERBS)]
        yield f"[{number:05d}] User {number % 8} {verb} file {number * 3}."


def words(line):
    line = line.lower().strip(".")
    line = NUMBER.sub(lambda match: match.group().lstrip("0"), line)
    return line.replace("[", "").replace("]", "").split()


def count(lines):
    total = 0
    for line in lines:
        parts = words(line)
        pairs = list(zip(parts, parts[1:]))
        bigrams.update(pairs)
        total += len(pairs)
    return total


def main():
    total = count(log_lines(2500))
    print(total, "pairs, most common:")
    for (left, right), times in bigrams.most_common(3):
        print(f"  {left} {right}: {times}")


if __name__ == "__main__":
    main()
