def reader(number):
    rows = [f"{number}:{row}" for row in range(60)]
    while rows:
        yield rows[0]
        rows = rows[1:] + [rows[0]]


readers = []
first = ""
for number in range(500):
    source = reader(number)
    first = next(source)
    source.gi_frame
    readers.append(source)
print(first, len(readers))
