handlers = []
for number in range(400):
    image = bytes(5_000 + number)
    handlers.append(lambda size=len(image): size)
print(sum(handler() for handler in handlers))
