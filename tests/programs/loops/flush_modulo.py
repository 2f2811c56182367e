batch = []
for number in range(10_050):
    batch.append(bytes(3000))
    if number % 500 == 0:
        batch = []
