"""The first matches in a long text, and all of them in a short one."""
import re

WORD = re.compile(r"([a-z]+)(\d*)", re.IGNORECASE)
filler = "lorem ipsum dolor " * 9_000
seen = {}
for number in range(3):
    text = f"topic{number} opens. {filler} end{number}"
    for place, match in enumerate(WORD.finditer(text)):
        if place >= 6:
            break
        seen.setdefault(match.group(1).lower(), []).append((number, match.start()))
empty = [match.span() for match in re.finditer(r"x*", "axb")]
some = [match.group() for match in WORD.finditer("a1 b2 c3 d4", 3, 8)]
result = repr((seen, empty, some, len(text), text.endswith("end2")))
