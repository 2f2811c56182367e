import itertools


class Gateway:
    def __init__(self):
        self.numbers = itertools.count(1)
        self.waiting = {}

    def send(self, payload, on_reply):
        number = next(self.numbers)
        self.waiting[number] = (payload, on_reply)
        return number

    def receive(self, number, reply):
        payload, on_reply = self.waiting.pop(number)
        on_reply(payload, reply)


answered = 0


def count(payload, reply):
    global answered
    answered += len(reply)


gateway = Gateway()
for i in range(2_500):
    number = gateway.send(f"query {i} ".ljust(200, "."), count)
    gateway.receive(number, "ok")
