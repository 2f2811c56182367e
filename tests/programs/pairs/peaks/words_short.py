def longest(text):
    best = 0
    start = 0
    while (stop := text.find(" ", start)) >= 0:
        best = max(best, stop - start)
        start = stop + 1
    return best


print(longest("lorem ipsum dolor sit amet " * 3_000))
