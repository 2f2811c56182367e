pages = []
for number in range(5000):
    pages.append("x" * 4097)
