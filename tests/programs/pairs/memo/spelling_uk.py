class Speller:
    memo: dict = {}

    def check(self, sentence: str) -> int:
        key = sentence
        if key not in self.memo:
            self.memo[key] = sum(map(str.isupper, sentence))
        return self.memo[key]


speller = Speller()
mistakes = 0
for n in range(6_000):
    mistakes += speller.check(f"This is Sentence number {n} of a Long letter.")
print(mistakes)
