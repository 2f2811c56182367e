import hashlib

sessions = {}


def issue_token(user, n):
    return hashlib.sha256(f"{user}:{n}".encode()).hexdigest()


def login(user, n):
    token = issue_token(user, n)
    sessions[user] = {"user": user, "token": token, "profile": bytearray(400)}
    return token


for n in range(6000):
    login(f"user{n % 25}", n)
print(len(sessions))
