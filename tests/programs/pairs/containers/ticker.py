prices = []
start = 0
while start < 200_000:
    chunk = [start * 0.25, start * 0.5, start * 0.75, start * 1.25]
    prices.extend(chunk)
    start += 4
print(sum(prices[-4:]))
