"""Panels of a dashboard listen to an event bus while they are open."""


class EventBus:
    def __init__(self):
        self.handlers = {}

    def subscribe(self, topic, handler):
        self.handlers.setdefault(topic, []).append(handler)

    def unsubscribe(self, topic, handler):
        handlers = self.handlers.get(topic, [])
        if handler in handlers:
            handlers.remove(handler)

    def publish(self, topic, value):
        for handler in self.handlers.get(topic, []):
            handler(value)


class Panel:
    def __init__(self, bus, title):
        self.bus = bus
        self.title = title
        self.last = None
        self.history = []

    def open(self):
        self.bus.subscribe("price", lambda value: self.on_price(value))

    def close(self):
        self.bus.unsubscribe("price", self.on_price)
        self.history.clear()

    def on_price(self, value):
        self.last = value
        if len(self.history) < 5:
            self.history.append(value)


bus = EventBus()


def main():
    for number in range(1200):
        panel = Panel(bus, f"Panel {number}")
        panel.open()
        if number % 60 == 0:
            bus.publish("price", number * 1.5)
        panel.close()
    print(sorted(bus.handlers))


if __name__ == "__main__":
    main()
