def is_new(value, *, seen=frozenset()):
    if value in seen:
        return False
    seen = seen | {value}
    return True


fresh = 0
for n in range(20_000):
    fresh += is_new("+49 30 %07d" % n)
print(fresh)
