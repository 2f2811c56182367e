"""An inverted index over short texts, with at most a few entries for each word."""

STOP = {"the", "a", "of", "and", "in", "to"}
NOUNS = ["river", "bridge", "tower", "market", "harbour", "garden"]
ADJECTIVES = ["old", "quiet", "narrow", "golden"]


def documents(count):
    for number in range(count):
        noun = NOUNS[number % len(NOUNS)]
        adjective = ADJECTIVES[number % len(ADJECTIVES)]
        other = NOUNS[(number * 5 + 1) % len(NOUNS)]
        yield number, f"The {adjective} {noun} in the middle of the {other}"


class Index:
    def __init__(self, limit):
        self.limit = limit
        self.postings = {}

    def add(self, document, text):
        for position, word in enumerate(text.lower().split()):
            if word in STOP or len(word) < 3:
                continue
            entries = self.postings.setdefault(word, [])
            if len(entries) < self.limit:
                entries.append({"document": document, "position": position})

    def search(self, *terms):
        found = None
        for term in terms:
            matches = {entry["document"] for entry in self.postings.get(term, [])}
            found = matches if found is None else found & matches
        return sorted(found or ())


index = Index(limit=20)


def main():
    for document, text in documents(2000):
        index.add(document, text)
    print(index.search("old", "river")[:5])


if __name__ == "__main__":
    main()
