bookings = [None] * 50
for n in range(20_000):
    entry = (n, n * 7, "seat %d" % n)
    bookings[n % 50] = entry
print(bookings[0])
