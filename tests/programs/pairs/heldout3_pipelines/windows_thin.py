from collections import deque


def windows(numbers, size):
    window = deque(maxlen=size)
    for number in numbers:
        window.append(number)
        if len(window) == size:
            yield tuple(window)


def noise(count):
    value = 12345
    for _ in range(count):
        value = (value * 1103515245 + 12345) % 2147483648
        yield value


kept = deque(windows(noise(10000), 24), 24)
print(len(kept) > 0)
