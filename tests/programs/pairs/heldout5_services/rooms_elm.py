"""Chat rooms over simulated websockets."""
from collections import defaultdict, deque
import random


class Socket:
    def __init__(self, client_id):
        self.client_id = client_id
        self.closed = False


class ChatServer:
    def __init__(self, history=40):
        self.rooms = defaultdict(set)
        self.queues = {}
        self.history = history

    def connect(self, sock, room):
        self.rooms[room].add(sock)
        self.queues[sock.client_id] = deque(maxlen=self.history)

    def disconnect(self, sock, room):
        sock.closed = True
        self.rooms[room].discard(sock)
        self.queues.pop(sock.client_id, None)
        if not self.rooms[room]:
            del self.rooms[room]

    def broadcast(self, room, author, text):
        line = f"[{room}] <{author.client_id}> {text}"
        for sock in self.rooms.get(room, ()):
            if sock is not author and not sock.closed:
                self.queues[sock.client_id].append(line)

    def flush(self, sock):
        queue = self.queues[sock.client_id]
        return sum(len(line) for line in queue)


WORDS = "ship merge deploy revert lunch standup flaky green red pipeline".split()


def simulate(server, rounds=350):
    rng = random.Random(11)
    delivered = 0
    for n in range(rounds):
        room = rng.choice(["ops", "dev", "random"])
        members = [Socket(f"c{n}-{i}") for i in range(4)]
        for sock in members:
            server.connect(sock, room)
        for _ in range(20):
            text = " ".join(rng.choices(WORDS, k=8))
            server.broadcast(room, rng.choice(members), text)
        for sock in members:
            delivered += server.flush(sock)
            server.disconnect(sock, room)
    return delivered


server = ChatServer()

if __name__ == "__main__":
    print("characters delivered:", simulate(server))
    print("rooms:", len(server.rooms))
