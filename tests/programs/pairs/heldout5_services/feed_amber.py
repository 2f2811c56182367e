"""Tiny publish/subscribe hub behind the /events endpoint."""


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, handler):
        self.handlers.append(handler)

    def off(self, handler):
        self.handlers = [h for h in self.handlers if h != handler]

    def emit(self, message):
        for handler in self.handlers[-3:]:
            handler(message)


class Connection:
    def __init__(self, number):
        self.number = number
        self.outbox = bytearray(8192)
        self.sent = 0

    def send(self, message):
        data = message.encode()
        self.outbox[:len(data)] = data
        self.sent += 1


bus = Bus()


def serve(number):
    conn = Connection(number)
    bus.on(conn.send)
    bus.emit(f"welcome {number}")
    bus.emit("tick")
    bus.off(conn.send)
    return conn.sent


def main():
    total = 0
    for number in range(700):
        total += serve(number)
    print("sent", total)


if __name__ == "__main__":
    main()
