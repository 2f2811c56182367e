"""A document with a revision history."""
import difflib
import random

NOUNS = "harbour lantern market bridge garden tower window river station orchard".split()
VERBS = "crosses lights feeds hides guards follows mirrors leaves".split()


def sentence(rng):
    return f"The {rng.choice(NOUNS)} {rng.choice(VERBS)} the {rng.choice(NOUNS)} at {rng.randint(1, 12)} o'clock."


class Document:
    def __init__(self, lines):
        self.lines = list(lines)
        self.revisions = []

    def edit(self, at, line):
        before = self.lines
        after = before[:at] + [line] + before[at + 1:]
        delta = list(difflib.unified_diff(before, after, lineterm="", n=0))
        changed = sum(1 for row in delta if row.startswith("+") and not row.startswith("+++"))
        self.lines = after
        self.revisions.append((changed, "\n".join(delta)))
        return changed

    def __len__(self):
        return len(self.lines)


rng = random.Random(12)
document = Document(sentence(rng) for _ in range(150))


def main():
    changes = 0
    for _ in range(500):
        changes += document.edit(rng.randrange(len(document)), sentence(rng))
    print(changes, "lines changed in", len(document.revisions), "revisions")


if __name__ == "__main__":
    main()
