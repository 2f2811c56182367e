labels = {}
for number in range(2_500):
    text = "é" * 2500 + str(number)
    labels[number] = text
print(len(labels))
