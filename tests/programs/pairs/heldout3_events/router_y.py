import gc
import weakref

listeners = []


class View:
    def __init__(self, name):
        self.name = name
        self.rows = [f"{name} row {n}" for n in range(15)]
        self.updates = 0

    def update(self, value):
        self.updates += value


def register(method):
    listeners.append(weakref.WeakMethod(method))


def publish(value):
    global listeners
    alive = []
    for listener in listeners:
        method = listener()
        if method is not None:
            method(value)
            alive.append(listener)
    listeners = alive


for n in range(1200):
    view = View(f"view{n}")
    register(view.update)
    publish(1)
gc.collect()
print(view.updates)
