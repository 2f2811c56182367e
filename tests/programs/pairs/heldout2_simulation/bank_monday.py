"""Customers arrive at a bank with two counters; how long do they wait?"""
import random
from collections import deque


class Customer:
    def __init__(self, number, arrived):
        self.number = number
        self.arrived = arrived
        self.left = None

    @property
    def waited(self):
        return self.left - self.arrived


class Bank:
    def __init__(self, rng, counters):
        self.rng = rng
        self.queue = deque()
        self.busy_until = [0] * counters
        self.served = deque()
        self.longest = 0

    def arrive(self, number, minute):
        self.queue.append(Customer(number, minute))

    def serve(self, minute):
        for counter, until in enumerate(self.busy_until):
            if until > minute or not self.queue:
                continue
            customer = self.queue.popleft()
            customer.left = minute
            self.busy_until[counter] = minute + self.rng.randint(1, 4)
            self.longest = max(self.longest, customer.waited)
            self.served.append(customer)


rng = random.Random(2024)
bank = Bank(rng, counters=2)


def main():
    number = 0
    for minute in range(6000):
        if rng.random() < 0.6:
            bank.arrive(number, minute)
            number += 1
        bank.serve(minute)
    print(number, "customers, longest wait", bank.longest)


if __name__ == "__main__":
    main()
