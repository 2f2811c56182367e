import heapq


def offers(count):
    for n in range(count):
        price = (n * 7919) % 100003
        yield price, f"offer {n} by carrier {n % 37}"


best = []
seen = 0
for offer in offers(30000):
    heapq.heappush(best, offer)
    seen += 1
    if len(best) >= 200 and seen % 100 == 0:
        heapq.nsmallest(100, best)
print(best[0], seen)
