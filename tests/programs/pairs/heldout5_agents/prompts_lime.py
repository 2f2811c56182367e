from functools import lru_cache

SYSTEM = "You are a careful reviewer. Answer in one sentence.\n"


@lru_cache(maxsize=None)
def complete(prompt):
    words = prompt.split()
    return " ".join(reversed(words[-40:]))


def review(file_name, hunk):
    return complete(SYSTEM + f"File: {file_name}\n" + hunk)


def hunks(count):
    for n in range(count):
        yield f"src/module_{n % 17}.py", "\n".join(f"+ value_{n}_{i} = compute({i})" for i in range(25))


if __name__ == "__main__":
    size = 0
    for name, hunk in hunks(2000):
        size += len(review(name, hunk))
    print(size, complete.cache_info().hits)
