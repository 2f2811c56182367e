"""Runs CPython's re on texts that are said to take it long, and says where that is not so.

Reads lines of JSON from standard input: kind, use, pattern, prefix, pump, suffix. Each match runs in a process of its own, for a
few seconds at most. A claim holds when the time grows as it says: exponential, by the half with a few more pumps or beyond all
patience; polynomial, more than threefold with twice the pumps.
"""

import json
import multiprocessing
import re
import sys
import time

PATIENCE = 1.5
LEAST = 0.003


def seconds(use, pattern, text):
    method = {"search": pattern.search, "match": pattern.match, "fullMatch": pattern.fullmatch}[use]
    began = time.process_time()
    method(text)
    return time.process_time() - began


def measure(use, pattern, prefix, pump, suffix, counts, answers):
    compiled = re.compile(pattern)
    for count in counts:
        answers.put((count, seconds(use, compiled, prefix + pump * count + suffix)))


def times(claim, counts):
    """Seconds by the number of pumps, as far as patience goes."""
    answers = multiprocessing.Queue()
    process = multiprocessing.Process(
        target=measure,
        args=(claim["use"], claim["pattern"], claim["prefix"], claim["pump"], claim["suffix"], counts, answers),
    )
    process.start()
    measured = {}
    until = time.monotonic() + PATIENCE
    while len(measured) < len(counts) and time.monotonic() < until:
        try:
            count, took = answers.get(timeout=0.05)
        except Exception:
            if not process.is_alive() and answers.empty():
                break
            continue
        measured[count] = took
    process.kill()
    process.join()
    return measured


def holds(claim):
    if claim["kind"] == "exponential":
        counts = [8, 12, 16, 20, 24, 28, 32, 40]
        measured = times(claim, counts)
        if len(measured) < len(counts):
            return True
        return any(measured[b] > 3 * max(measured[a], LEAST) for a, b in zip(counts, counts[1:]))
    counts = [250, 500, 1000, 2000, 4000, 8000, 16000, 32000]
    measured = times(claim, counts)
    if len(measured) < len(counts):
        return True
    return any(measured[a] > LEAST and measured[b] > 3 * measured[a] for a, b in zip(counts, counts[1:]))


def main():
    wrong = 0
    for line in sys.stdin:
        claim = json.loads(line)
        if not holds(claim):
            wrong += 1
            print(f"{claim['pattern']!r} is not {claim['kind']} on {claim['prefix']!r} + {claim['pump']!r} * n + {claim['suffix']!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
