import heapq

best = [(0, "")] * 50
for n in range(15_000):
    entry = (n * 7919 % 15_013, f"entry {n}")
    heapq.heappushpop(best, entry)
print(best[0])
