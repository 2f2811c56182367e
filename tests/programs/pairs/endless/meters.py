def source():
    value = 0.0
    for _ in range(40_000):
        value += 0.125
        yield value


stream = source()
history = []
window = []
while True:
    try:
        window.append(next(stream))
    except StopIteration:
        break
    if len(window) == 20:
        history = window
        window = []
print(len(history))
