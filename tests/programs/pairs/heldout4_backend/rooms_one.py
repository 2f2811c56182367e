"""A chat hub: clients join rooms, and what is said in a room goes into every member's outbox."""
from collections import deque
from contextlib import contextmanager


class Client:
    def __init__(self, name):
        self.name = name
        self.outbox = deque(maxlen=40)
        self.buffer = bytearray(8192)
        self.filled = 0

    def send(self, line):
        self.outbox.append(line)
        data = line.encode()
        end = min(self.filled + len(data), len(self.buffer))
        self.buffer[self.filled:end] = data[:end - self.filled]
        self.filled = end % len(self.buffer)


class Hub:
    def __init__(self):
        self.clients = {}
        self.rooms = {}

    def join(self, client, room):
        self.rooms.setdefault(room, {})[client.name] = client

    def leave(self, client):
        for members in self.rooms.values():
            members.pop(client.name, None)

    def say(self, room, sender, text, audience=25):
        members = self.rooms.get(room, {})
        for name in list(members)[-audience:]:
            members[name].send(f"[{room}] {sender}: {text}")

    @contextmanager
    def connection(self, name, rooms):
        client = self.clients[name] = Client(name)
        for room in rooms:
            self.join(client, room)
        try:
            yield client
        finally:
            self.leave(client)
            del self.clients[name]


def visit(hub, number):
    rooms = ["lobby", f"team-{number % 6}"]
    with hub.connection(f"guest{number}", rooms) as client:
        hub.say(rooms[1], client.name, f"hello from {number}, here is the plan for today")
        if number % 10 == 3:
            raise ConnectionResetError(number)
        hub.say(rooms[0], client.name, "bye")


hub = Hub()
resets = 0
for number in range(1200):
    try:
        visit(hub, number)
    except ConnectionResetError:
        resets += 1
print(len(hub.rooms), "rooms,", len(hub.clients), "clients,", resets, "resets")
