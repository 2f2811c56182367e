import bisect

ordered = []
for n in range(12_000):
    bisect.insort(ordered, (n * 104729 % 12_007, "item"))
    if len(ordered) > 200:
        ordered[-1]
print(ordered[0])
