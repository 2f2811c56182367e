pages = []
for number in range(2000):
    pages.append("x" * 5000)
    pages.clear()
