ended = []
for start in range(9_000):
    left = start % 5 + 1
    while left:
        left -= 1
        if left > 5:
            break
    else:
        ended.append({"start": start, "left": left})
print(len(ended))
