trie = {}


def add(word):
    level = trie
    for letter in word:
        level = level.setdefault(letter, {})
    level["end"] = True


for n in range(4_000):
    add("%x" % (n * 2_654_435_761 % 4_294_967_296))
print(len(trie))
