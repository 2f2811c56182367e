from collections import Counter, OrderedDict, defaultdict

d = {n: n * n for n in range(6)}
d[2] = "two"
del d[4]
d[4] = "again"
taken = [d.pop(0), d.pop("none", None), d.popitem()]
d.update({1.0: "one", True: "still one"}, key="word")
d |= {(1, (2, "x")): None}
found = [(1, (2, "x")) in d, d[1, (2, "x")], d.get(99), d.setdefault(7, []), list(d), len(d)]
cache = OrderedDict()
for n in range(30):
    key = n * 7 % 11
    if key in cache:
        cache.move_to_end(key)
        continue
    cache[key] = n
    if len(cache) > 5:
        cache.popitem(last=False)
cache.move_to_end(next(iter(cache)), last=False)
groups = defaultdict(list)
for word in "the cat and the dog and the bird".split():
    groups[len(word)].append(word)
words = Counter("the cat and the dog and the bird".split())
words["the"] += 1
words.update(["dog"])
left, right = {1, 2, 3, 4}, frozenset([3, 4, 5])
sets = [sorted(left | right), sorted(left & right), sorted(left - right), sorted(left ^ right), left >= {1, 2}, {1} < left, left.isdisjoint({9}), sorted(left.union([8], (9,)))]
left -= {1}
left.discard(77)
left.intersection_update([2, 3])
failed = []
for attempt in (lambda: d["missing"], lambda: left.remove(50), lambda: {}.popitem()):
    try:
        attempt()
    except KeyError:
        failed.append("key")
inverted = {value: key for key, value in {"x": 1, "y": 2}.items()}
result = repr((taken, found, list(d.items()), list(cache.items()), dict(groups), words.most_common(3), words["nobody"], sets, sorted(left), failed, inverted, {1: {2}} == {1: {2}}, dict(zip("abc", range(3)))))
