class Room:
    def __init__(self, name):
        self.name = name
        self.players = set()
        self.chat = []

    def say(self, player, text):
        self.chat.append((player, text))


class Lobby:
    def __init__(self):
        self.rooms = {}

    def join(self, room_name, player):
        room = self.rooms.get(room_name)
        if room is None:
            room = self.rooms[room_name] = Room(room_name)
        room.players.add(player)
        return room

    def leave(self, room_name, player):
        room = self.rooms[room_name]
        room.players.discard(player)
        if not room.players:
            del self.rooms[room_name]


lobby = Lobby()
for match in range(1_200):
    name = f"match-{match}"
    for player in ("ada", "bob"):
        room = lobby.join(name, player)
        room.say(player, f"hello from {player} in {name}")
    for player in ("ada", "bob"):
        lobby.leave(name, player)
