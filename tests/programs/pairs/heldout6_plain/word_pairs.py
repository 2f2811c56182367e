from collections import Counter

WORDS = "the cat sat on the mat and the dog sat on the cat".split()


def stream(n):
    for i in range(n):
        yield WORDS[i * 7 % len(WORDS)], WORDS[(i * 3 + 1) % len(WORDS)]


def most_common(n):
    pairs = [a + " " + b for a, b in stream(n)]
    return Counter(pairs).most_common(3)


for pair, count in most_common(250_000):
    print(pair, count)
