class Letter:
    __slots__ = ("after", "ends")

    def __init__(self):
        self.after = {}
        self.ends = False


class Trie:
    def __init__(self):
        self.root = Letter()
        self.size = 0

    def add(self, word):
        node = self.root
        for letter in word:
            if letter not in node.after:
                node.after[letter] = Letter()
            node = node.after[letter]
        node.ends = True
        self.size += 1

    def remove(self, word):
        path = [self.root]
        for letter in word:
            path.append(path[-1].after[letter])
        path[-1].ends = False
        self.size -= 1
        for letter in reversed(word):
            node = path.pop()
            if node.after or node.ends:
                break
            path[-1].after.pop(letter)


trie = Trie()
for n in range(4000):
    word = f"{n:05d}ing"
    trie.add(word)
    if n >= 10:
        trie.remove(f"{n - 10:05d}ing")
print(trie.size)
