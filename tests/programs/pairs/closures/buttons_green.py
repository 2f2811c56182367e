handlers = []
for number in range(400):
    image = bytes(5_000 + number)
    handlers.append(lambda data=image: len(data))
print(sum(handler() for handler in handlers))
