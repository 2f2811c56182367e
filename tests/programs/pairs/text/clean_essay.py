paragraph = "one two three four five six " * 80
cleaned = []
for number in range(3_000):
    cleaned.append(paragraph.replace("\t", " "))
print(len(cleaned))
