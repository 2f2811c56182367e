"""Suggests the nearest known word by edit distance."""

KNOWN = ["harbour", "lantern", "captain", "compass", "anchor", "voyage"]


def distance(a, b, memo=None):
    """Edits that turn a into b, by recursion on what is left of both."""
    if memo is None:
        memo = {}
    if not a or not b:
        return len(a) + len(b)
    if (a, b) in memo:
        return memo[a, b]
    if a[0] == b[0]:
        result = distance(a[1:], b[1:], memo)
    else:
        result = 1 + min(
            distance(a[1:], b, memo),
            distance(a, b[1:], memo),
            distance(a[1:], b[1:], memo),
        )
    memo[a, b] = result
    return result


def misspelled(word, n):
    place = n % len(word)
    letter = "aeioulnrst"[n % 10]
    return word[:place] + letter + word[place + n % 2:] + "zxqwv"[n % 5]


def suggest(word):
    return min(KNOWN, key=lambda known: distance(word, known))


right = 0
for n in range(150):
    word = KNOWN[n % len(KNOWN)]
    if suggest(misspelled(word, n)) == word:
        right += 1
print(right, "of 150")
