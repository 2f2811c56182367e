import random
from collections import deque

WIDTH, HEIGHT = 160, 120
board = bytearray(WIDTH * HEIGHT)
undo_stack = deque()


def paint(x, y, colour):
    undo_stack.append(bytes(board))
    for dy in range(-1, 2):
        for dx in range(-1, 2):
            board[(y + dy) % HEIGHT * WIDTH + (x + dx) % WIDTH] = colour


def undo():
    if undo_stack:
        board[:] = undo_stack.pop()


rng = random.Random(30)
for stroke in range(1500):
    paint(rng.randrange(WIDTH), rng.randrange(HEIGHT), stroke % 16)
    if stroke % 10 == 0:
        undo()
print(sum(board))
