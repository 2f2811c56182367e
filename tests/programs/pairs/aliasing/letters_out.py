inbox, archive = [], []
for number in range(7_000):
    inbox.append(f"letter {number}: " + "x" * (100 + number % 3))
inbox = []
print(len(inbox))
