items = []
for number in range(9_000):
    item = {"number": number, "words": ["a", "b", str(number)]}
    items.append(item)
    del items[-1]
print(len(items))
