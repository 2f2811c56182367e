from contextlib import ExitStack


class Lease:
    def __init__(self, number):
        self.number = number
        self.space = bytearray(1500)
        self.open = True

    def end(self):
        self.open = False


stack = ExitStack()
ended = 0
for n in range(2000):
    lease = Lease(n)
    stack.callback(lease.end)
    lease.space[n % 1500] = 255
    if n % 25 == 24:
        ended += bool(stack.close)
print(ended)
