"""Sessions with a life time, on a clock of whole seconds."""


class SessionStore:
    def __init__(self, life):
        self.life = life
        self.sessions = {}

    def open(self, identifier, now):
        self.sessions[identifier] = {"opened": now, "seen": now, "basket": []}

    def sweep(self, now):
        sessions = dict(self.sessions)
        for identifier in list(sessions):
            if sessions[identifier]["seen"] + self.life < now:
                del sessions[identifier]
        return len(sessions)


store = SessionStore(life=100)
for second in range(5_000):
    store.open(f"session-{second}", second)
    if second % 50 == 0:
        store.sweep(second)
print("done")
