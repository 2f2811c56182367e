class Remembering:
    events = []

    def emit(self, event):
        self.events.append(event)


class Silent:
    def emit(self, event):
        return None


class Bus(Remembering, Silent):
    def send(self, number):
        self.emit({"number": number, "topic": "stock"})


bus = Bus()
for number in range(9_000):
    bus.send(number)
print("sent")
