class Words(dict):
    def __missing__(self, word):
        value = word.title()
        self["last"] = value
        return value


words = Words()
length = 0
for n in range(15_000):
    length += len(words["word %d" % n])
print(length)
