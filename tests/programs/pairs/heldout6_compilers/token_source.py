"""Counts the kinds of tokens in generated sources."""
import collections
import re

SPEC = [
    ("number", r"\d+"),
    ("name", r"[a-z_]\w*"),
    ("op", r"[-+*/=()]"),
    ("space", r"\s+"),
]
MASTER = re.compile("|".join(f"(?P<{kind}>{rx})" for kind, rx in SPEC))


def tokenize(lines):
    for row, line in enumerate(lines, 1):
        for m in MASTER.finditer(line):
            if m.lastgroup != "space":
                yield m.lastgroup, m.group(), (row, m.start())


def program(rows):
    for row in range(rows):
        yield f"value_{row} = (value_{row - 1} + {row}) * 3\n"


def count_kinds(lines):
    counts = collections.Counter()
    tokens = tokenize(lines)
    for kind, _, _ in tokens:
        counts[kind] += 1
    return counts


if __name__ == "__main__":
    for kind, n in sorted(count_kinds(program(15_000)).items()):
        print(f"{kind:8} {n}")
