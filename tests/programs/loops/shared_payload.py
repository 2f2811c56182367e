payload = "p" * 100_000
holders = []
for number in range(20_000):
    holders.append(payload)
