"""A small chat server without the network: what rooms exist, who is in them."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    members: set[str] = field(default_factory=set)
    log: list[str] = field(default_factory=list)


class ChatServer:
    def __init__(self) -> None:
        self.rooms: dict[str, Room] = {}

    def join(self, room_name: str, member: str) -> Room:
        room = self.rooms.setdefault(room_name, Room(room_name))
        room.members.add(member)
        room.log.append(f"{member} joined {room_name}")
        return room

    def say(self, room_name: str, member: str, text: str) -> None:
        room = self.rooms[room_name]
        if member not in room.members:
            raise PermissionError(member)
        room.log.append(f"{member}: {text}")

    def leave(self, room_name: str, member: str) -> None:
        room = self.rooms[room_name]
        room.members.discard(member)
        if not room.members:
            del self.rooms[room_name]


def main(server: ChatServer) -> None:
    for number in range(3_000):
        name = f"room-{number}"
        server.join(name, "ada")
        server.join(name, "ben")
        server.say(name, "ada", "Hello, is anybody in here?")
        server.leave(name, "ada")
        server.leave(name, "ben")


server = ChatServer()
if __name__ == "__main__":
    main(server)
    print("rooms:", len(server.rooms) > 0)
