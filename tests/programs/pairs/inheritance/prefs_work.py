from collections import UserDict


class Preferences(UserDict):
    def __setitem__(self, key, value):
        if key is None:
            key = "latest"
        super().__setitem__(key, value)


preferences = Preferences()
for n in range(8_000):
    preferences["choice %d" % n] = [n, n + 1]
print(sorted(preferences)[:1])
