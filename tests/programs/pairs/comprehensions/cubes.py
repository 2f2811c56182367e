by_number = {number: (number ** 3, number / 2) for number in range(20_000)}
print(len(by_number))
