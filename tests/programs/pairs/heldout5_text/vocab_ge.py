"""A word tokenizer that builds its vocabulary while it encodes."""
import random
import re
import unicodedata
from collections import Counter


class Tokenizer:
    PATTERN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|[^\w\s]")
    SPECIAL = ("<pad>", "<unk>", "<num>")

    def __init__(self):
        self.ids = {token: i for i, token in enumerate(self.SPECIAL)}
        self.frequency = Counter()

    def normalize(self, text):
        text = unicodedata.normalize("NFKD", text).casefold()
        return "".join(c for c in text if not unicodedata.combining(c))

    def fold(self, token):
        if token.isalpha() or len(token) == 1:
            return token
        return token if token.isdigit() or "." in token else "<num>"

    def encode(self, text):
        out = []
        for token in self.PATTERN.findall(self.normalize(text)):
            token = self.fold(token)
            if token not in self.ids:
                self.ids[token] = len(self.ids)
            if token.isalpha():
                self.frequency[token] += 1
            out.append(self.ids[token])
        return out


def access_log(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        user = rng.choice(["Zoë", "Ångström", "Nils", "Renée"])
        yield (
            f"[{rng.randrange(10 ** 9)}] {user} GET /item/{rng.randrange(10 ** 7)}"
            f" took {rng.random() * 900:.4f} ms, sent {rng.randrange(10 ** 6)} bytes"
        )


tokenizer = Tokenizer()

if __name__ == "__main__":
    checksum = 0
    for line in access_log(5000, seed=6):
        for token_id in tokenizer.encode(line):
            checksum = (checksum * 33 + token_id) % 65521
    print(checksum, tokenizer.frequency.most_common(2))
