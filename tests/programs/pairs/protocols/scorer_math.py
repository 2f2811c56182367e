class Scorer:
    def __init__(self):
        self.seen = {}

    def __call__(self, answer):
        score = len(answer) % 10
        self.seen["last"] = score
        return score


score = Scorer()
print(sum(map(score, (f"answer {n}" for n in range(18_000)))))
