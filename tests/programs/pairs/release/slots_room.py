slots = []
for number in range(2_000):
    slots.append([number] * 16)
    slots[:] = slots[:]
print(len(slots) > 0)
