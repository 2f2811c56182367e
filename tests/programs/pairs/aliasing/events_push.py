from collections import deque

push = deque(maxlen=32).append
for number in range(15_000):
    push({"number": number})
print(push.__name__)
