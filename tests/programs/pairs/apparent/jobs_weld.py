from collections import deque

queue = deque()
finished = []
for number in range(9_000):
    queue.append({"job": number, "state": "waiting"})
    if len(queue) > 5:
        job = queue.popleft()
        job["state"] = "done"
        finished = [job]
print(len(queue))
