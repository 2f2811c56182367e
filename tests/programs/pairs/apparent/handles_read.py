closed = 0


class Handle:
    def __init__(self, number):
        self.number = number
        self.buffer = bytes(500)

    def __del__(self):
        global closed
        closed += 1
        self.buffer = b""


handles = []
for number in range(3_000):
    handle = Handle(number)
    handles.append(handle)
handle = None
print(closed > 0)
