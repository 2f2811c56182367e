import random


class Agent:
    def __init__(self, number, randomness):
        self.number = number
        self.randomness = randomness
        self.place = 0.0

    def step(self):
        self.place += self.randomness.uniform(-1, 1)
        return self.place


class Simulation:
    def __init__(self, count):
        randomness = random.Random(7)
        self.agents = [Agent(n, randomness) for n in range(count)]
        self.log = []

    def run(self, steps):
        for step in range(steps):
            places = [agent.step() for agent in self.agents]
            self.log[:] = [places]


simulation = Simulation(30)
simulation.run(500)
