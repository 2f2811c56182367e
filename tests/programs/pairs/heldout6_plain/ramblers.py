import random


def walk(seed):
    rng = random.Random(seed)
    steps = [rng.random() - 0.5 for _ in range(700)]
    place = sum(steps)
    yield place
    yield len(steps)


walks = []
best = 0.0
for seed in range(500):
    w = walk(seed)
    best = max(best, next(w))
    walks.append(next(w))
print("best", best)
