memo = {}


def distance(left, right):
    if not left or not right:
        return len(left) + len(right)
    key = left, right
    if key not in memo:
        if left[0] == right[0]:
            memo[key] = distance(left[1:], right[1:])
        else:
            memo[key] = 1 + min(distance(left[1:], right), distance(left, right[1:]), distance(left[1:], right[1:]))
    return memo[key]


def closest(word, words):
    best = min(words, key=lambda other: distance(word, other))
    memo.clear()
    return best


words = ["station", "nation", "notion", "motion"]
found = 0
for n in range(300):
    found += len(closest(f"{n:03d}atio{n % 7}", words))
print(found)
