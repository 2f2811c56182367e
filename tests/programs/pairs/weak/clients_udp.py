import weakref


class Client:
    def __init__(self, address):
        self.address = address
        self.inbox = bytearray(300)


class Server:
    def __init__(self):
        self.clients = weakref.WeakSet()

    def accept(self, client):
        self.clients.add(client)


server = Server()
for n in range(5_000):
    server.accept(Client(f"192.0.2.{n}"))
print("accepted")
