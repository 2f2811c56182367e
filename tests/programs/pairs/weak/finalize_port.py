import weakref


def release(number):
    return number


class Port:
    def __init__(self, number):
        self.number = number
        self.buffer = bytes(2_000)
        self.finalizer = weakref.finalize(self, self.release)

    def release(self):
        return release(self.number)


for number in range(1_200):
    Port(number)
print("ports used")
