from bisect import bisect_left, bisect_right, insort

times = []
rung = 0
for now in range(30000):
    insort(times, now + now % 7 * 3)
    if now % 10 == 0:
        due = bisect_right(times, now)
        rung += due
        del times[:bisect_left(times, now - 30000)]
print(rung > 0)
