WORDS = ["memory", "allocation", "garbage", "collector", "reference", "generation", "interpreter", "evaluation"]

index = {}


def add(shard, word):
    for end in range(1, 4):
        index.setdefault(word[:end], set()).add(shard)


for document in range(900):
    word = WORDS[document % len(WORDS)]
    add(document % 4, f"{word}{document:03d}")
