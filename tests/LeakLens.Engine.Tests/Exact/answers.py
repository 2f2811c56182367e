"""Functions of the standard library whose answers are known when what they are given is."""
import bisect
import fnmatch
import heapq
import html
import itertools
import shlex
import statistics
import string
import sys
import unicodedata

answers = [
    (statistics.mean([1, 2, 3])),
    (statistics.mean([0.1, 0.2, 0.3, 1e10])),
    (statistics.fmean([0.1, 0.2, 0.7])),
    (statistics.median([3.5, 1, 2.25, 9])),
    (statistics.median([1, 2, 4])),
    (statistics.median_low([1, 2, 4, 8]), statistics.median_high([1, 2, 4, 8])),
    (statistics.variance([1, 2, 3, 4]), statistics.pvariance([1, 2, 3, 4]), statistics.variance([2.5, 3.25, 5.5])),
    (statistics.stdev([1, 5, 9, 13]), statistics.pstdev([1.5, 2.5, 2.75, 9.125]), statistics.stdev([1e-200, 3e-200]), statistics.stdev([1e200, 3e200])),
    (statistics.stdev([0.1] * 7), statistics.stdev(list(range(1000)))),
    (statistics.mode(["a", "b", "b"]), statistics.mode([3, 1, 1, 3])),
    (html.escape("a & b < c > d \" '"), html.escape("'", quote=False), html.escape("\"", False)),
    ([shlex.quote(t) for t in ("", "a b", "a'b", "ok-1.txt", "ü")]),
    (string.capwords("  hello  WORLD x1y\tz ")),
    ([fnmatch.fnmatch(a, b) for a in ("", "a", "a.py", "ab.pyc", "x/y.py") for b in ("*", "*.py", "a?.p*c", "", "*a*", "**", "?")]),
    (fnmatch.filter(["a.py", "b.c", "c.py"], "*.py")),
    (heapq.nlargest(3, [5, 1, 9, 7, 9]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(0, [1]), heapq.nlargest(9, (n * n % 7 for n in range(5))), heapq.nlargest(-1, [2]), heapq.nsmallest(n=2, iterable=[3, 2, 1])),
    (list(itertools.zip_longest([1, 2, 3], "a", fillvalue=0)), list(itertools.zip_longest([], [])), list(itertools.zip_longest((n for n in range(3)), iter([9])))),
    (list(itertools.compress("abcdef", [1, 0, 1, 0, 1])), list(itertools.compress(range(10), itertools.cycle([0, 0, 1])))),
    (list(zip([1, 2], "ab", strict=True)), list(zip(range(3), strict=False))),
    (bisect.bisect_left((1, 2, 3), 2), bisect.bisect((1.5, 2.5), 2)),
    [list(itertools.islice(itertools.cycle([0, 0, 1]), 8)), list(itertools.islice(itertools.cycle(n * n for n in range(3)), 7)), list(itertools.cycle([])), next(itertools.cycle("ab")), [(a, b) for a, b in zip(range(5), itertools.cycle("xy"))]],
    [[unicodedata.category(chr(n)) for n in range(128)], unicodedata.normalize("NFKD", "abc"), unicodedata.is_normalized("NFC", "x"), [c for c in "abc" if not unicodedata.combining(c)]],
    [[sys.getsizeof(list(range(n))) for n in (0, 1, 5, 100)], [sys.getsizeof({i: i for i in range(n)}) for n in (0, 1, 5, 6, 11, 100)], [sys.getsizeof(set(range(n))) for n in (0, 4, 5, 100)]],
]

grown = []
answers.append([grown.append(1) or sys.getsizeof(grown) for _ in range(12)])

result = repr(answers + [type(3) is int, type("a") is not str, type([]) in (list, set), [type(n) is float for n in (1, 2.0, True)]])
