def insert(node, word):
    for letter in word:
        node = node.setdefault(letter, {})
    node["$"] = True


trie = {}
for number in range(900):
    insert(trie, f"harbour-{number % 16:02d}")
