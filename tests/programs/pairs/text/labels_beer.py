labels = {}
for number in range(2_500):
    text = "é" * 2500 + str(number)
    labels[len(text)] = text
print(len(labels))
