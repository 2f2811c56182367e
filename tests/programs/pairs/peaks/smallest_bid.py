def bids():
    for n in range(40_000):
        yield (n * 7919 % 40_009, "bidder %d" % n)


def smallest():
    return min(bids())


print(smallest())
