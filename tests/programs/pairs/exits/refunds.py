journal = []


def charge(number, amount):
    entry = {"number": number, "amount": amount, "state": "new"}
    journal.append(entry)
    if amount < 1_000_000:
        return False
    entry["state"] = "large"
    return True


large = 0
for number in range(10_000):
    large += charge(number, number * 3)
print("large payments:", large)
