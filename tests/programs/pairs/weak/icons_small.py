from weakref import WeakValueDictionary


class Icon:
    def __init__(self, name):
        self.name = name
        self.pixels = bytes(600)


icons = dict()
for n in range(4_000):
    icon = Icon(f"icon-{n}")
    icons[icon.name] = icon
print(len(icons) > 0)
