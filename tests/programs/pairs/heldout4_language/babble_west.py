"""A Markov chain that learns from a few sentences and babbles in their manner."""
from __future__ import annotations

import random
from collections import Counter


class Chain:
    """Counts which word follows which state."""

    def __init__(self, order: int = 2) -> None:
        self.order = order
        self.table: dict[tuple[str, ...], Counter[str]] = {}

    def feed(self, words: list[str]) -> None:
        state = ("",) * self.order
        for word in words:
            follow = self.table.get(state)
            if follow is None:
                follow = self.table[state] = Counter()
            follow[word] += 1
            state = (*state[1:], word)

    def babble(self, rng: random.Random, most: int = 12) -> str:
        state = ("",) * self.order
        said: list[str] = []
        while len(said) < most and state in self.table:
            follow = self.table[state]
            word = rng.choices(list(follow), weights=list(follow.values()))[0]
            said.append(word)
            state = (*state[1:], word)
        return " ".join(said)


SUBJECTS = ["the cook", "a sailor", "my aunt", "the old dog"]
VERBS = ["sees", "hears", "follows"]
PLACES = ["near the harbour", "under the bridge", "at dawn"]


def speech(number: int, sentences: int) -> list[str]:
    words: list[str] = []
    for n in range(sentences):
        words += SUBJECTS[(n + number) % len(SUBJECTS)].split()
        words.append(VERBS[(n * 2 + number) % len(VERBS)])
        words += PLACES[n % len(PLACES)].split()
    return words


def learn(chain: Chain, speeches: int) -> None:
    for number in range(speeches):
        chain.feed(speech(number, 120))


CHAIN = Chain()

if __name__ == "__main__":
    learn(CHAIN, 12)
    print(CHAIN.babble(random.Random(11)))
