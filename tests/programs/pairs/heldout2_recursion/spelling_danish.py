"""Edit distance between words, with a memo of the pairs of rests that were compared."""

WORDS = ["garden", "kitchen", "window", "harbour", "lantern", "pepper"]


def distance(left, right, memo={}):
    if not left or not right:
        return len(left) + len(right)
    key = (left, right)
    if key in memo:
        return memo[key]
    if left[0] == right[0]:
        result = distance(left[1:], right[1:], memo)
    else:
        result = 1 + min(
            distance(left[1:], right, memo),
            distance(left, right[1:], memo),
            distance(left[1:], right[1:], memo),
        )
    memo[key] = result
    return result


def misspell(word, number):
    position = number % len(word)
    letter = chr(ord("a") + number % 26)
    if number % 3 == 0:
        return word[:position] + letter + word[position + 1:]
    if number % 3 == 1:
        return word[:position] + word[position + 1:]
    return word + letter


def closest(word):
    best = None
    for candidate in WORDS:
        steps = distance(word, candidate, {})
        if best is None or steps < best[0]:
            best = (steps, candidate)
    return best


def main():
    wrong = 0
    for number in range(60):
        word = WORDS[number % len(WORDS)]
        steps, found = closest(misspell(word, number * 5))
        if found != word:
            wrong += 1
    print(wrong, "wrong")


if __name__ == "__main__":
    main()
