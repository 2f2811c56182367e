import tracemalloc

tracemalloc.start()
LIMIT = 400_000
cache = []
for number in range(4_000):
    cache.append("x" * 5_000 + str(number))
    current, peak = tracemalloc.get_traced_memory()
    if current > LIMIT:
        break
tracemalloc.stop()
print(len(cache) > 0)
