import queue

ward = queue.PriorityQueue(maxsize=60)
turned_away = 0
for n in range(9_000):
    try:
        ward.put_nowait((n % 5, n, f"patient {n}"))
    except queue.Full:
        turned_away += 1
print(turned_away, ward.qsize())
