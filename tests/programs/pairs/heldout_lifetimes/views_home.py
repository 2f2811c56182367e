import weakref


class Model:
    def __init__(self):
        self._listeners = []

    def connect(self, listener):
        self._listeners.append(listener)

    def changed(self):
        return len(self._listeners)


class View:
    def __init__(self, model, title):
        self.title = title
        self.pixels = bytearray(512)
        model.connect(self)


model = Model()
for number in range(700):
    view = View(model, f"window {number}")
    model.changed()
view = None
