def longest(text):
    best = 0
    for word in text.split(" "):
        best = max(best, len(word))
    return best


print(longest("lorem ipsum dolor sit amet " * 3_000))
