pages = []
size = 0
for number in range(1_000):
    page = f"{number:04d}" * 25_000
    size += len(page)
    pages.append(page)
print(size)
