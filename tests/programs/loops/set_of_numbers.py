seen = set()
number = 0
while number < 30_000:
    seen.add(number)
    number += 1
