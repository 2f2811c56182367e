def word(n, seed, memo={}):
    """The n-th Fibonacci word over a seed."""
    if n < 2:
        return seed if n else seed[::-1]
    if (n, seed) not in memo:
        memo[n, seed] = word(n - 1, seed, memo) + word(n - 2, seed, memo)
    return memo[n, seed]


total = 0
for k in range(600):
    total += len(word(14, "a%db" % k, {}))
print(total)
