def ways(rest, largest, table):
    if rest == 0:
        return 1
    if rest < 0 or largest == 0:
        return 0
    if (rest, largest) not in table:
        table[rest, largest] = ways(rest - largest, largest, table) + ways(rest, largest - 1, table)
    return table[rest, largest]


table = {}
for amount in range(40, 190, 5):
    count = ways(amount, 80, table)
print(count)
