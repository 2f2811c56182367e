from collections import deque

SIZE = 100
ring = deque([], SIZE)
for number in range(15_000):
    ring.append(f"message {number}")
print(ring[-1])
