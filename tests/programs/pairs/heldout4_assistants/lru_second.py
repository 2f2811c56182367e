"""
Simple LRU (Least Recently Used) cache.

The cache combines two data structures:

* a dictionary that maps each key to its node, for O(1) lookups, and
* a doubly linked list that orders the nodes from most to least recently used.

Sentinel nodes at both ends of the list spare us the special cases.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, Hashable, Iterator, Optional, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Node(Generic[K, V]):
    """A node in the doubly linked list."""

    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key: Optional[K] = None, value: Optional[V] = None) -> None:
        self.key = key
        self.value = value
        self.prev: Optional[_Node[K, V]] = None
        self.next: Optional[_Node[K, V]] = None


@dataclass
class CacheStats:
    """Simple counters for observability."""

    hits: int = 0
    misses: int = 0
    evictions: int = 0

    @property
    def hit_rate(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0


class LRUCache(Generic[K, V]):
    """A fixed-capacity cache with least-recently-used eviction."""

    def __init__(self, capacity: int = 128) -> None:
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.size = 0
        self.stats = CacheStats()
        self._map: dict[K, _Node[K, V]] = {}
        self._head: _Node[K, V] = _Node()  # most recently used side
        self._tail: _Node[K, V] = _Node()  # least recently used side
        self._head.next = self._tail
        self._tail.prev = self._head

    # ------------------------------------------------------------------
    # Public API
    # ------------------------------------------------------------------
    def get(self, key: K, default: Any = None) -> Any:
        """Return the value for ``key`` and mark it as recently used."""
        node = self._map.get(key)
        if node is None or node.prev is None:
            self.stats.misses += 1
            return default
        self.stats.hits += 1
        self._unlink(node)
        self._push_front(node)
        return node.value

    def put(self, key: K, value: V) -> None:
        """Insert or update ``key``; evict the oldest entry when full."""
        node = self._map.get(key)
        if node is not None and node.prev is not None:
            node.value = value
            self._unlink(node)
            self._push_front(node)
            return
        if self.size >= self.capacity:
            self._evict()
        node = _Node(key, value)
        self._map[key] = node
        self._push_front(node)
        self.size += 1

    def __iter__(self) -> Iterator[K]:
        node = self._head.next
        while node is not self._tail:
            yield node.key
            node = node.next

    # ------------------------------------------------------------------
    # Internals
    # ------------------------------------------------------------------
    def _push_front(self, node: _Node[K, V]) -> None:
        first = self._head.next
        node.prev, node.next = self._head, first
        self._head.next = node
        first.prev = node

    def _unlink(self, node: _Node[K, V]) -> None:
        node.prev.next = node.next
        node.next.prev = node.prev
        node.prev = node.next = None

    def _evict(self) -> None:
        """Remove the least recently used entry."""
        oldest = self._tail.prev
        self._unlink(oldest)
        self.size -= 1
        self.stats.evictions += 1


# Shared cache instance used by the demo below.
cache: LRUCache[str, list[int]] = LRUCache(capacity=64)


def prime_factors(n: int) -> list[int]:
    """Naive factorisation, cached under a readable key."""
    key = f"factors:{n}"
    known = cache.get(key)
    if known is not None:
        return known
    factors, divisor, rest = [], 2, n
    while divisor * divisor <= rest:
        while rest % divisor == 0:
            factors.append(divisor)
            rest //= divisor
        divisor += 1
    if rest > 1:
        factors.append(rest)
    cache.put(key, factors)
    return factors


def main() -> None:
    """Demonstrate the cache with a skewed workload."""
    total = 0
    for n in range(2, 1600):
        total += len(prime_factors(n))
        total += len(prime_factors(n % 20 + 2))
    print(f"{total} factors, hit rate {cache.stats.hit_rate:.2f}, {cache.stats.evictions} evictions, {len(list(cache))} kept")


if __name__ == "__main__":
    main()
