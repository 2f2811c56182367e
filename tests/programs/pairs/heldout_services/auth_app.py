import hashlib


class TokenStore:
    def __init__(self):
        self._by_token = {}
        self._current = {}

    def issue(self, user, moment):
        token = hashlib.sha256(f"{user}:{moment}".encode()).hexdigest()
        previous = self._by_token.pop(self._current.get(user), None)
        self._current[user] = token
        self._by_token[token] = {"user": user, "since": moment, "renewed": previous is not None}
        return token

    def user_of(self, token):
        entry = self._by_token.get(token)
        return entry and entry["user"]


store = TokenStore()
users = [f"user-{n}" for n in range(25)]
for moment in range(3_000):
    token = store.issue(users[moment % len(users)], moment)
    assert store.user_of(token)
