import heapq


def measurements(count):
    value = 7
    for n in range(count):
        value = value * 16807 % 2147483647
        yield value / 1000, n


def smallest(count, wanted):
    ordered = heapq.nsmallest(wanted, measurements(count))
    return [number for _, number in ordered[:wanted]]


print(smallest(25000, 10))
