def divisors(number, known={}):
    if number in known:
        return known[number]
    result = [n for n in range(1, 12) if number % n == 0]
    known[number] = result
    return result


count = 0
for number in range(9_000):
    count += len(divisors(number))
print(count)
