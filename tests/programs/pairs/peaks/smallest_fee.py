def bids():
    for n in range(40_000):
        yield (n * 7919 % 40_009, "bidder %d" % n)


def smallest():
    return sorted(bids())[0]


print(smallest())
