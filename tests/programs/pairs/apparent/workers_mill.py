workers = []
for number in range(7_000):
    current = workers
    current.append({"worker": number, "load": number % 3, "host": f"h{number}"})
    current = None
print(len(workers))
