"""Keeps the last few camera frames (small matrices) and their brightness."""


def make_frame(rows, columns, seed):
    return [[(seed * (row + 1) + column * 7) % 256 for column in range(columns)] for row in range(rows)]


def brightness(frame):
    return sum(map(sum, frame)) / (len(frame) * len(frame[0]))


def transpose(frame):
    return [list(column) for column in zip(*frame)]


class RingBuffer:
    def __init__(self, size):
        self.size = size
        self.slots = []
        self.index = 0

    def push(self, frame):
        if len(self.slots) < self.size:
            self.slots.append(frame)
        else:
            self.slots[self.index] = frame
        self.index = (self.index + 1) % self.size

    def newest(self):
        return self.slots[self.index - 1]


recorder = RingBuffer(16)


def main():
    darkest = 255.0
    for number in range(900):
        frame = make_frame(12, 16, number)
        if number % 2:
            frame = transpose(frame)
        recorder.push(frame)
        darkest = min(darkest, brightness(recorder.newest()))
    print(f"{darkest:.1f}")


if __name__ == "__main__":
    main()
