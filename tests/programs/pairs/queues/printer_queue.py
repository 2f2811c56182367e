import queue

jobs = queue.Queue()
served = 0
for n in range(9_000):
    jobs.put(("job", n, "document %d" % n))
    if not jobs.empty():
        served += 1
print(served)
