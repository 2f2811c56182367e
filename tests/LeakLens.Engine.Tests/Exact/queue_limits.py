import queue

full = queue.Queue(2)
log = []
for number in range(4):
    try:
        full.put_nowait(number)
    except queue.Full:
        log.append(f"full at {number}")
while True:
    try:
        log.append(full.get(block=False))
    except queue.Empty:
        log.append("empty")
        break
lifo = queue.LifoQueue()
least = queue.PriorityQueue()
for number in (5, 1, 3):
    lifo.put(number)
    least.put((number, f"n{number}"))
log.append([lifo.get() for _ in range(3)])
log.append([least.get()[1] for _ in range(3)])
try:
    least.get(timeout=0.01)
except queue.Empty:
    log.append("timed out")
result = repr(log)
