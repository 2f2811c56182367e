import queue

TAKE_EVERY = 100
pile = queue.LifoQueue()
for n in range(10_000):
    pile.put({"plate": n, "colour": "blue"})
    if n % TAKE_EVERY == 0:
        pile.get()
print(pile.qsize())
