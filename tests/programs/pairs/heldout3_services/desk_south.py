import hashlib
from dataclasses import dataclass, field


@dataclass
class Session:
    user: str
    token: str
    opened: int
    trail: list = field(default_factory=list)


class Desk:
    lifetime = 60

    def __init__(self):
        self.open = {}
        self.clock = 0

    def enter(self, user):
        self.clock += 1
        token = hashlib.sha256(f"{user}:{self.clock}".encode()).hexdigest()
        self.open[token] = Session(user, token, self.clock, [f"login {user}"])
        if self.clock % 50 == 0:
            self.sweep()
        return token

    def visit(self, token, page):
        session = self.open.get(token)
        if session is None:
            return 403
        session.trail.append(page)
        return 200

    def sweep(self):
        current = self.open
        stale = [token for token, session in current.items() if self.clock - session.opened > self.lifetime]
        for token in stale:
            del current[token]


def serve(desk, visits):
    codes = {200: 0, 403: 0}
    for n in range(visits):
        token = desk.enter(f"user{n % 300}")
        for page in ("/", "/cart", f"/item/{n}"):
            codes[desk.visit(token, page)] += 1
    return codes


desk = Desk()
print(serve(desk, 5000), desk.clock)
