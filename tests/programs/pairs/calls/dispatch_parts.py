stock = {}


def add(name, amount):
    stock.setdefault(name, []).append(amount)


def put(name, amount):
    stock[name] = [amount]


ACTIONS = {"add": add, "put": put}
for number in range(40_000):
    message = {"action": "put", "name": "screws", "amount": number * 10}
    ACTIONS[message.pop("action")](**message)
print(len(stock))
