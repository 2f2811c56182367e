class Plugin:
    loaded = []

    def __init__(self, name):
        Plugin.loaded.append(self)
        self.name = name


for number in range(500):
    Plugin("plugin")
