"""Where each word of a set of documents was seen first."""
import re
from typing import Iterator, NamedTuple

WORD = re.compile(r"[a-z]+\d*", re.IGNORECASE)
FIRST_SEEN = {}


class Document(NamedTuple):
    title: str
    text: str


def documents(count: int) -> Iterator[Document]:
    filler = "lorem ipsum dolor sit amet " * 16000
    for number in range(count):
        yield Document(f"chapter {number}", f"topic{number} opens here. {filler} end{number}")


def register(document: Document, limit: int = 40) -> int:
    new = 0
    for position, match in enumerate(WORD.finditer(document.text)):
        if position >= limit:
            break
        word = match.group().lower()
        if word not in FIRST_SEEN:
            FIRST_SEEN[word] = (document.title, match.start())
            new += 1
    return new


def lookup(word: str) -> str:
    title, place = FIRST_SEEN[word]
    return f"{word}: {title}, at {place}"


if __name__ == "__main__":
    counts = [register(document) for document in documents(48)]
    print(sum(counts), lookup("topic7"), lookup("dolor"))
