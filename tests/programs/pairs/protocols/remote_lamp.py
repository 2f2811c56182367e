class Remote:
    def __getattr__(self, name):
        if not name.startswith("state_"):
            raise AttributeError(name)
        value = {"name": name, "on": False}
        self.__dict__[name] = value
        return value


remote = Remote()
on = 0
for n in range(6_000):
    on += getattr(remote, f"state_{n}")["on"]
print(on)
