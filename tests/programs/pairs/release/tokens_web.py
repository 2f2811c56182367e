tokens = {}


def login(user):
    tokens[user] = {"user": user, "scope": ["read", "write"]}


def logout(user):
    return tokens.pop(str(user), None)


for user in range(8_000):
    login(user)
    logout(user)
print(len(tokens))
