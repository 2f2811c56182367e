class Valve:
    def __init__(self):
        self._position = 0.0
        self._past = []

    @property
    def position(self):
        return self._position

    @position.setter
    def position(self, value):
        self._past = [self._position]
        self._position = value


valve = Valve()
for step in range(50_000):
    valve.position = step * 0.01
print(valve.position)
