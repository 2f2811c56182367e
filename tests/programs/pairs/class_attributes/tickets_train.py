class Ticket:
    sold = []

    def __init__(self, number):
        self.number = number
        self.sold = []

    def sell(self, price):
        self.sold.append((self.number, price, "EUR %.2f" % price))


for number in range(10_000):
    Ticket(number).sell(number * 0.1)
print("sold out")
