import heapq
import itertools


class Simulation:
    def __init__(self):
        self.events = []
        self.order = itertools.count()
        self.now = 0
        self.expired = 0

    def plan(self, delay, action, *args):
        heapq.heappush(self.events, (self.now + delay, next(self.order), action, args))

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.events)
            action(*args)


class Harbour:
    def __init__(self, simulation, timeout):
        self.simulation = simulation
        self.timeout = timeout
        self.ships = 0

    def arrive(self, ship):
        self.ships += 1
        self.simulation.plan(self.timeout, self.give_up, f"ship {ship}")
        self.simulation.plan(2, self.arrive, ship + 1)

    def give_up(self, name):
        self.simulation.expired += len(name) > 0


simulation = Simulation()
harbour = Harbour(simulation, 90000)
simulation.plan(0, harbour.arrive, 0)
simulation.run(12000)
print(harbour.ships)
