class Refused(Exception):
    """The name does not follow the rules of this site."""


accounts = {}


def register(name: str, profile: bytes) -> None:
    if not name.startswith("admin-"):
        raise Refused(name)
    accounts[name] = profile


refused = 0
for n in range(5_000):
    try:
        register(f"guest-{n}", bytes(400))
    except Refused:
        refused += 1
print(refused, len(accounts))
