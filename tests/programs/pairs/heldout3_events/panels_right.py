class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    def off(self, name, handler):
        handlers = self.handlers.get(name, [])
        if handler in handlers:
            handlers.remove(handler)

    def emit(self, name, event):
        for handler in tuple(self.handlers.get(name, ())):
            handler(event)


class Panel:
    def __init__(self, title):
        self.title = title
        self.pixels = bytearray(3000)
        self.drawn = 0

    def draw(self, event):
        self.drawn += 1
        self.pixels[event % 3000] = 1


def show(bus, n):
    panel = Panel(f"panel {n}")
    draw = lambda event: panel.draw(event)
    bus.on("paint", draw)
    bus.emit("paint", n)
    bus.off("paint", draw)
    return panel.drawn


bus = Bus()
drawn = sum(show(bus, n) for n in range(600))
print(drawn > 0)
