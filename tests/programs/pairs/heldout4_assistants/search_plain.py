"""
A minimal full-text search engine.

Features
--------
* tokenisation with stop words
* an inverted index from term to postings
* TF-IDF ranking
* documents can be added, updated and removed
"""
from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Iterable

TOKEN_PATTERN = re.compile(r"[a-z0-9]+")
STOP_WORDS = frozenset({"a", "an", "and", "the", "of", "to", "in", "is", "for"})


def tokenize(text: str) -> list[str]:
    """Lower-case ``text`` and split it into terms without stop words."""
    return [token for token in TOKEN_PATTERN.findall(text.lower()) if token not in STOP_WORDS]


@dataclass
class Document:
    """A searchable document."""

    doc_id: str
    title: str
    body: str
    tags: list[str] = field(default_factory=list)

    def terms(self) -> list[str]:
        return tokenize(self.title) * 2 + tokenize(self.body) + self.tags


@dataclass(slots=True)
class Posting:
    """Occurrences of a term in one document."""

    doc_id: str
    frequency: int
    weight: float


@dataclass(order=True)
class SearchResult:
    score: float
    doc_id: str = field(compare=False)


class SearchEngine:
    """Inverted index with TF-IDF scoring."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._index: dict[str, list[Posting]] = defaultdict(list)

    def add(self, document: Document) -> None:
        """Add a document, or update the one with the same id."""
        terms = document.terms()
        counts = Counter(terms)
        for term, frequency in counts.items():
            self._index[term].append(Posting(document.doc_id, frequency, frequency / len(terms)))
        self._documents[document.doc_id] = document

    def remove(self, doc_id: str) -> bool:
        """Remove a document and its postings. Returns False if unknown."""
        document = self._documents.pop(doc_id, None)
        if document is None:
            return False
        for term in set(document.terms()):
            remaining = [posting for posting in self._index[term] if posting.doc_id != doc_id]
            if remaining:
                self._index[term] = remaining
            else:
                del self._index[term]
        return True

    def search(self, query: str, limit: int = 5) -> list[SearchResult]:
        """Return the best matching documents, best first."""
        scores: dict[str, float] = {}
        for term in tokenize(query):
            postings = self._index.get(term)
            if not postings:
                continue
            idf = math.log(1 + len(self._documents) / len(postings))
            for posting in postings:
                scores[posting.doc_id] = scores.get(posting.doc_id, 0.0) + posting.weight * idf
        results = sorted((SearchResult(score, doc_id) for doc_id, score in scores.items()), reverse=True)
        return results[:limit]


def sample_documents(version: int) -> Iterable[Document]:
    """Twelve wiki pages as they read in the given version."""
    topics = ["python", "memory", "garden", "music", "river", "engine"]
    for number in range(12):
        topic = topics[number % len(topics)]
        words = " ".join(f"{topic}{(number + k) % 30}" for k in range(25))
        yield Document(f"page-{number}", f"The {topic} page", f"Version {version} of {topic}: {words}", [topic])


engine = SearchEngine()


def main() -> None:
    """Index the wiki again after each night's edits."""
    for night in range(80):
        for document in sample_documents(night):
            engine.add(document)
    for result in engine.search("python garden"):
        print(f"{result.doc_id}: {result.score:.3f}")


if __name__ == "__main__":
    main()
