class Connection:
    def __init__(self, number, host):
        self.number = number
        self.host = host
        self.buffer = bytearray(2048)
        self.usable = True

    def ask(self, text):
        self.buffer[: len(text)] = text.encode()
        return len(text)

    def close(self):
        self.usable = False


class Pool:
    def __init__(self, host, spare):
        self.host = host
        self.spare = spare
        self.idle = []
        self.known = {}
        self.made = 0

    def take(self):
        if self.idle:
            return self.idle.pop()
        self.made += 1
        connection = Connection(self.made, self.host)
        self.known[connection.number] = connection
        return connection

    def give(self, connection):
        if len(self.idle) < self.spare:
            self.idle.append(connection)
        else:
            connection.close()
            self.known.pop(connection.number)


def burst(pool, size):
    taken = [pool.take() for _ in range(size)]
    answered = sum(connection.ask(f"select {i}") for i, connection in enumerate(taken))
    for connection in taken:
        pool.give(connection)
    return answered


pool = Pool("db.internal", 4)
total = 0
for turn in range(300):
    total += burst(pool, 12)
print(total, len(pool.idle), pool.made)
