import time


class Relay:
    def __init__(self, attempts):
        self.attempts = attempts
        self.deferred = {}
        self.sent = 0

    def submit(self, number, recipient, body):
        message = {"id": number, "to": recipient, "body": body, "tries": 0}
        if not self.deliver(message):
            self.deferred[number] = message

    def deliver(self, message):
        message["tries"] += 1
        if message["to"].endswith(".invalid"):
            return False
        self.sent += 1
        return True

    def retry(self):
        for number, message in list(self.deferred.items()):
            if self.deliver(message):
                del self.deferred[number]
            elif message["tries"] >= self.attempts:
                del self.deferred[number]


relay = Relay(attempts=3)
for number in range(1_500):
    domain = "example.invalid" if number % 3 == 0 else "example.org"
    relay.submit(number, f"user{number}@{domain}", f"Dear user {number}, " + "your parcel is on its way. " * 20)
    if number % 50 == 49:
        relay.retry()
        relay.retry()
