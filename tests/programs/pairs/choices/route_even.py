odd, even = [], []
for number in range(15_000):
    target = odd if number % 2 else even
    target.append("%d %s" % (number, "odd" if number % 2 else "even"))
    odd.clear()
print(len(odd) + len(even))
