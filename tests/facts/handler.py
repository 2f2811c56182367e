seen = []


def on_message(message):
    seen.append(message.text)


class Inbox:
    def __init__(self):
        self.letters = []

    def deliver(self, letter):
        self.letters.append([letter])
