def distinct(values):
    seen = set()
    for value in values:
        if value not in seen:
            seen.add(value)
            yield value


unique = distinct(f"https://example.org/{n}" for n in range(30_000))
length = 0
for url in unique:
    length += len(url)
    if url.endswith("/19999"):
        break
print(length)
