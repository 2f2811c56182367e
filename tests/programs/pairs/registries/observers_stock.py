class Market:
    observers = []


class Display:
    def __init__(self, symbol):
        self.symbol = symbol
        self.lines = [f"{symbol}-{n}" for n in range(20)]
        Market.observers.append(self)

    def close(self):
        Market.observers.remove(self)


for n in range(1_500):
    display = Display(f"S{n}")
    display.close()
print("open displays:", len(Market.observers) > 0)
