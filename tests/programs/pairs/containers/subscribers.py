addresses = set()
for n in range(30_000):
    addresses.add(f"user-{n % 40}@example.org")
print(f"{len(addresses)} different addresses")
