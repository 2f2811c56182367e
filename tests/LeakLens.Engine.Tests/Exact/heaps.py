import asyncio
import heapq
import queue

heap = []
for n in range(40):
    heapq.heappush(heap, n * 17 % 41)
taken = [heapq.heappop(heap) for _ in range(10)]
kept = [heapq.heappushpop(heap, n) for n in (3, 30, 50, 11)]
replaced = [heapq.heapreplace(heap, n) for n in (1, 99, 20)]
best = []
for n in range(200):
    score = n * 73 % 199
    if len(best) < 5:
        heapq.heappush(best, score)
    else:
        heapq.heappushpop(best, score)
mixed = [(n * 31 % 7, str(n)) for n in range(20)]
heapq.heapify(mixed)
first = mixed[0]

tasks = queue.PriorityQueue()
stack = queue.LifoQueue()
for n in (5, 1, 4, 2, 3):
    tasks.put((n, "task"))
    stack.put(n)
order = [tasks.get()[0] for _ in range(4)] + [stack.get() for _ in range(4)]


async def drain():
    waiting = asyncio.PriorityQueue()
    for n in (9, 7, 8):
        await waiting.put(n)
    return [await waiting.get() for _ in range(3)]


result = repr((taken, kept, replaced, sorted(best), best[0], first, sorted(mixed) == [heapq.heappop(mixed) for _ in range(20)], order, asyncio.run(drain()), len(heap), heap[0]))
