import heapq

heap = []
now = 0
fired = 0


def later(delay, text):
    entry = [now + delay, text, True]
    heapq.heappush(heap, entry)
    return entry


for n in range(15000):
    now += 1
    guard = later(10**6, "timeout of job %d" % n + "." * 500)
    later(1, "job")
    while heap and heap[0][0] <= now:
        fired += heapq.heappop(heap)[1] == "job"
    guard[2] = False
    if not heap[-1][2]:
        heap.remove(guard)
print(fired)
