"""Conversation memory that folds old turns into a summary."""
import random
import zlib

VOCAB = ["invoice", "refund", "shipping", "address", "password", "reset", "coupon", "order", "delay", "thanks"]


def count_tokens(text):
    return len(text.split())


def summarize(turns):
    first = turns[0]["content"].split()[0]
    return f"{len(turns)} turns, starting with {first}"


class Memory:
    def __init__(self, budget=600):
        self.budget = budget
        self.summary = ""
        self.turns = []
        self.archive = []

    def add(self, role, content):
        self.turns.append({"role": role, "content": content, "tokens": count_tokens(content)})
        if sum(t["tokens"] for t in self.turns) > self.budget:
            self.compact()

    def compact(self):
        half = len(self.turns) // 2
        old, self.turns = self.turns[:half], self.turns[half:]
        self.summary = summarize(old)
        digest = zlib.crc32(repr(old).encode())
        self.archive.append((digest, old))

    def prompt(self):
        return "\n".join([self.summary, *(t["content"] for t in self.turns)])


class SupportAgent:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.memory = Memory()

    def sentence(self, length):
        return " ".join(self.rng.choices(VOCAB, k=length))

    def step(self):
        self.memory.add("user", self.sentence(20))
        prompt = self.memory.prompt()
        self.memory.add("assistant", f"{len(prompt)} " + self.sentence(40))


agent = SupportAgent(3)


def main():
    for _ in range(2500):
        agent.step()
    print(agent.memory.summary)


if __name__ == "__main__":
    main()
