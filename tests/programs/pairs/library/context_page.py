from contextvars import ContextVar

current = ContextVar("current", default=b"")
tokens = []
for n in range(700):
    token = current.set(bytes(2_000 + n))
    tokens.append(token)
print(len(tokens))
