class Publisher:
    def __init__(self):
        self.subscribers = []

    def subscribe(self, callback):
        self.subscribers.append(callback)

    def unsubscribe(self, callback):
        self.subscribers = [known for known in self.subscribers if known is not callback]

    def publish(self, tick):
        for callback in self.subscribers:
            callback(tick)


class Client:
    def __init__(self, number):
        self.number = number
        self.buffer = bytearray(256)
        self.last = None

    def on_tick(self, tick):
        self.last = tick


publisher = Publisher()
for number in range(900):
    client = Client(number)
    publisher.subscribe(client.on_tick)
    if number % 100 == 0:
        publisher.publish(number)
    publisher.unsubscribe(client.on_tick)
