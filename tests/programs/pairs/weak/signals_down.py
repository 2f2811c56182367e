from weakref import WeakMethod

listeners = []


class Panel:
    def __init__(self, number):
        self.rows = [f"{number}/{row}" for row in range(150)]

    def refresh(self):
        return len(self.rows)


for number in range(500):
    panel = Panel(number)
    listeners.append(panel.refresh)
print(len(listeners))
