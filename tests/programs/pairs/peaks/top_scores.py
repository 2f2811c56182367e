import heapq


def scores():
    for n in range(40_000):
        yield {"player": n, "score": n * 7919 % 40_009}


def best_ten():
    return sorted(scores(), key=lambda entry: entry["score"])[-10:]


print(len(best_ten()))
