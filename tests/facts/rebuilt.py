current = {}
for number in range(5_000):
    current = {"number": number}
    current["text"] = "y" * 100
