import tracemalloc

tracemalloc.start()
LIMIT = 400_000
cache = []
for number in range(4_000):
    cache.append("x" * 5_000 + str(number))
    current, peak = tracemalloc.get_traced_memory()
    if current > LIMIT and number % 1_000 == 0:
        print("over the limit")
tracemalloc.stop()
print(len(cache) > 0)
