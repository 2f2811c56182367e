bookings = [None] * 50
for n in range(20_000):
    entry = (n, n * 7, "seat %d" % n)
    bookings.insert(len(bookings), entry)
print(bookings[0])
