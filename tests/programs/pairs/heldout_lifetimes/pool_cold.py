from contextlib import contextmanager


class Connection:
    def __init__(self, number):
        self.number = number
        self.buffer = bytearray(1_024)


class Pool:
    def __init__(self):
        self.made = 0
        self.idle = []

    def _make(self):
        self.made += 1
        return Connection(self.made)

    @contextmanager
    def lend(self):
        connection = self.idle.pop() if self.idle else self._make()
        try:
            yield connection
        finally:
            self.idle.append(connection)


pool = Pool()
for number in range(500):
    with pool.lend() as connection:
        connection.buffer[0] = number % 256
