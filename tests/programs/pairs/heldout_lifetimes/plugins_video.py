class Host:
    def __init__(self):
        self.loaded = {}

    def load(self, name, version):
        def start(self):
            return f"{name} {version}"

        plugin = type(name, (), {"start": start, "version": version})
        self.loaded[name] = plugin
        return plugin()


host = Host()
for version in range(1_600):
    host.load("Echo", version).start()
