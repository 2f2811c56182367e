import re

WORDS = ("harbour", "winter", "railway", "garden", "bridge", "market", "letter", "island")


def pages(count):
    for n in range(count):
        chosen = [WORDS[(n * k) % len(WORDS)] for k in (1, 3, 5)]
        yield f"Page {n}. " + " and the ".join(chosen * 6) + "."


index = {}
for page in pages(4000):
    for word in sorted(set(re.findall(r"[a-z]{5,}", page))):
        index.setdefault(word, []).append(page)
print(sorted(index))
