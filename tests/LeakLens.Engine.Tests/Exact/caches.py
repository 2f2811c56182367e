import functools
import io

calls = []


@functools.lru_cache(maxsize=2)
def square(number):
    calls.append(number)
    return {"square": number * number}


@functools.cache
def join(left, right="?"):
    calls.append(left)
    return left + right


answers = [square(number)["square"] for number in (1, 2, 1, 3, 1, 2, 3)]
words = [join("a"), join("a"), join("b", right="c"), join("b", right="c")]
seen = {}
for step in range(6):
    alive = frozenset((step % 3 + part, part) for part in range(2))
    seen.setdefault(alive, step)
out = io.StringIO()
for number in range(5):
    out.write(f"{number},")
whole = out.getvalue()
out.write("end")
result = repr((answers, calls, words, sorted(seen.values()), frozenset([(1, 0), (2, 1)]) in seen, whole, out.getvalue()))
