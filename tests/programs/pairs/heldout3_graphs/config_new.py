class Version:
    def __init__(self, number, settings, before=None):
        self.number = number
        self.settings = settings
        self.before = before

    def changed(self, key, value):
        return Version(self.number + 1, {**self.settings, key: value}, self)

    def differences(self):
        if self.before is None:
            return []
        return [key for key, value in self.settings.items() if self.before.settings.get(key) != value]


current = Version(0, {f"option{n}": n for n in range(12)})
changed = 0
for n in range(3000):
    current = current.changed(f"option{n % 12}", f"value {n}")
    changed += len(current.differences())
    current.before.before = None
print(current.number, changed)
