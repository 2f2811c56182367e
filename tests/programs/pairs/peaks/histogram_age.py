from collections import defaultdict


def histogram(count):
    classes = defaultdict(list)
    for n in range(count):
        classes[n % 10].append(n * 1.5)
    return {name: len(members) for name, members in classes.items()}


print(histogram(60_000)[3])
