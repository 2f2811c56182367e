from collections import deque

waiting = deque()
served = 0
for number in range(10_000):
    waiting.append(("customer", number, f"wants {number % 9}"))
    if len(waiting) > 20:
        served += waiting.popleft()[1] >= 0
print(served)
