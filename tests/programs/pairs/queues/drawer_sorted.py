import bisect

ordered = []
for n in range(12_000):
    bisect.insort(ordered, (n * 104729 % 12_007, "item"))
    if len(ordered) > 200:
        ordered.pop()
print(ordered[0])
