from collections import deque

WINDOW = 86_400
events = deque()
for now in range(25_000):
    while events and events[0][0] < now - WINDOW:
        events.popleft()
    events.append((now, "door %d" % (now % 4), [now]))
print("in window:", len(events))
