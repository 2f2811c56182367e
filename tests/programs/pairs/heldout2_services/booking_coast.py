"""A small booking service: people log in, look at rooms, book one and log out."""
import hashlib


class SessionStore:
    def __init__(self):
        self.by_token = {}
        self.counter = 0

    def open(self, user):
        self.counter += 1
        token = hashlib.sha1(f"{user}/{self.counter}".encode()).hexdigest()
        self.by_token[token] = {"user": user, "seen": [], "opened": self.counter}
        return token

    def get(self, token):
        session = self.by_token.get(token)
        if session is None:
            raise PermissionError("please log in")
        return session

    def close(self, token):
        session = self.get(token)
        user = session["user"]
        self.by_token.pop(token, None)
        return user


class BookingService:
    ROOMS = ("lake", "garden", "tower", "attic")

    def __init__(self, store):
        self.store = store
        self.bookings = {room: None for room in self.ROOMS}
        self.refused = 0

    def look(self, token, room):
        session = self.store.get(token)
        session["seen"].append(room)
        return self.bookings[room] is None

    def book(self, token, room):
        session = self.store.get(token)
        if self.bookings[room] == session["user"]:
            self.refused += 1
            return False
        self.bookings[room] = session["user"]
        return True


service = BookingService(SessionStore())


def visit(number):
    user = f"guest{number % 40}"
    token = service.store.open(user)
    rooms = service.ROOMS
    for offset in range(number % 3 + 1):
        service.look(token, rooms[(number + offset) % len(rooms)])
    booked = service.book(token, rooms[number % len(rooms)])
    service.store.close(token)
    return booked


def main():
    booked = sum(1 for number in range(4000) if visit(number))
    print(booked, "bookings,", service.refused, "refused")


if __name__ == "__main__":
    main()
