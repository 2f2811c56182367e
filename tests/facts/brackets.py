table = ([0] * 100_000)
names = (("a" * 50_000) + "b")


def keep(items):
    for item in (items):
        kept.append((
            item,
            1))


kept = list(
    range(10))
