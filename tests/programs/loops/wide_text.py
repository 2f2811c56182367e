words = []
for number in range(2_000):
    words.append("\u20ac" * 5_000)
