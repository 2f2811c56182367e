from functools import partial


class Sensor:
    def __init__(self):
        self.watchers = []
        self.value = 0

    def watch(self, watcher):
        self.watchers.append(watcher)

    def unwatch(self, watcher):
        if watcher in self.watchers:
            self.watchers.remove(watcher)

    def read(self, value):
        self.value = value
        for watcher in self.watchers[-3:]:
            watcher(value)


class Alarm:
    def __init__(self, limit):
        self.limit = limit
        self.log = ["armed"] * 200
        self.rings = 0

    def ring(self, value):
        if value > self.limit:
            self.rings += 1


sensor = Sensor()
rings = 0
for n in range(1200):
    alarm = Alarm(n % 70)
    sensor.watch(alarm.ring)
    sensor.read(n % 100)
    sensor.unwatch(alarm.ring)
    rings += alarm.rings
print(rings)
