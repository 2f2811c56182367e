from collections import defaultdict


def histogram(count):
    classes = defaultdict(int)
    for n in range(count):
        classes[n % 10] += n * 1.5 >= 0
    return dict(classes)


print(histogram(60_000)[3])
