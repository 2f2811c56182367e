"""Widgets connect to a signal; a closed window forgets its widgets."""
import weakref


class Signal:
    def __init__(self):
        self.receivers = set()
        self.sent = 0

    def connect(self, receiver):
        self.receivers.add(receiver)

    def send(self, text):
        self.sent += 1
        for receiver in list(self.receivers):
            receiver.receive(text)


class Widget:
    def __init__(self, name):
        self.name = name
        self.text = ""
        self.style = {"width": 80, "height": 24, "label": name.title()}

    def receive(self, text):
        self.text = text[: self.style["width"]]


class Window:
    def __init__(self, signal, number):
        self.widgets = [Widget(f"field {number}.{index}") for index in range(4)]
        for widget in self.widgets:
            signal.connect(widget)

    def close(self):
        self.widgets.clear()


changed = Signal()


def main():
    for number in range(500):
        window = Window(changed, number)
        if number % 100 == 0:
            changed.send("theme is dark")
        window.close()
    print(changed.sent)


if __name__ == "__main__":
    main()
