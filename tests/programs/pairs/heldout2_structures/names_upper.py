"""A trie of names that are reserved for a while and then given back."""


class TrieNode:
    def __init__(self):
        self.children = {}
        self.ends = False


class Trie:
    def __init__(self):
        self.root = TrieNode()

    def insert(self, word):
        node = self.root
        for letter in word:
            if letter not in node.children:
                node.children[letter] = TrieNode()
            node = node.children[letter]
        node.ends = True

    def remove(self, word):
        path = [self.root]
        for letter in word:
            node = path[-1].children.get(letter)
            if node is None:
                return False
            path.append(node)
        path[-1].ends = False
        self._prune(path, word)
        return True

    def _prune(self, path, word):
        for depth in range(len(word) - 1, -1, -1):
            child = path[depth + 1]
            if child.ends or child.children:
                break
            child.children.clear()

    def __contains__(self, word):
        node = self.root
        for letter in word:
            node = node.children.get(letter)
            if node is None:
                return False
        return node.ends


reserved = Trie()


def main():
    missing = 0
    for number in range(2500):
        name = f"host{number * 7919 % 100000:05d}"
        reserved.insert(name)
        if name not in reserved:
            missing += 1
        reserved.remove(name)
    print(missing, "missing")


if __name__ == "__main__":
    main()
