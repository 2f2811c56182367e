"""An order book: bids and asks wait in heaps until their prices meet."""
import heapq
import random


class Order:
    def __init__(self, number, price, quantity):
        self.number = number
        self.price = price
        self.quantity = quantity

    def __lt__(self, other):
        return self.number < other.number


class OrderBook:
    def __init__(self):
        self.bids = []
        self.asks = []
        self.volume = 0

    def bid(self, order):
        heapq.heappush(self.bids, (-order.price, order))
        self.match()

    def ask(self, order):
        heapq.heappush(self.asks, (order.price, order))
        self.match()

    def match(self):
        while self.bids and self.asks:
            bid, ask = self.bids[0][1], self.asks[0][1]
            if bid.price < ask.price:
                return
            traded = min(bid.quantity, ask.quantity)
            self.volume += traded
            bid.quantity -= traded
            ask.quantity -= traded
            if bid.quantity == 0:
                heapq.heappop(self.bids)
            if ask.quantity == 0:
                heapq.heappop(self.asks)


SPREAD = 25
book = OrderBook()


def main():
    rng = random.Random(77)
    for number in range(6000):
        price = 100 + rng.randint(-2, 2)
        if number % 2:
            book.ask(Order(number, price + SPREAD, 10))
        else:
            book.bid(Order(number, price, 10))
        if number % 40 == 0:
            book.bid(Order(number, 103, 10))
            book.ask(Order(number, 97, 10))
    print(book.volume)


if __name__ == "__main__":
    main()
