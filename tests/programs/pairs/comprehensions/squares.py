by_number = {number % 25: (number ** 3, number / 2) for number in range(20_000)}
print(len(by_number))
