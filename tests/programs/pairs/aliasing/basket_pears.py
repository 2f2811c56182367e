def put(target, item):
    target = target + [item]
    return len(target)


basket = []
largest = 0
for number in range(12_000):
    largest = max(largest, put(basket, (number, "fruit %d" % number)))
print(largest, len(basket))
