side = 350
grid = [sum(0.5 * row * column for column in range(side)) for row in range(side)]
print(len(grid), side)
