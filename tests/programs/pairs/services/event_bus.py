class EventBus:
    """Publishes events to those who subscribed."""

    def __init__(self):
        self.handlers = {}

    def subscribe(self, topic, handler):
        self.handlers.setdefault(topic, []).append(handler)

        def unsubscribe():
            self.handlers[topic].remove(handler)

        return unsubscribe

    def publish(self, topic, payload):
        return [handler(payload) for handler in self.handlers.get(topic, ())]


class OrderForm:
    def __init__(self, bus, number):
        self.number = number
        self.lines = [f"line {n} of {number}" for n in range(15)]
        self.cancel = bus.subscribe("price", lambda price: self.update(price))

    def update(self, price):
        return price * len(self.lines)

    def close(self):
        self.cancel()


bus = EventBus()
for number in range(1_500):
    form = OrderForm(bus, number)
    if number % 300 == 0:
        bus.publish("price", 9.99)
    form.close()
print("topics:", len(bus.handlers))
