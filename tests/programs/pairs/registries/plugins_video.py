class Plugin:
    known = {}

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        Plugin.known[cls.__name__] = cls


def handler(name):
    return type(name, (Plugin,), {"label": name})


for request in range(800):
    made = handler(f"Handler{request}")
print(made.label)
