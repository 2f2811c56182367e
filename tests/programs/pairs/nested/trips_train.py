trips = []
for line in range(120):
    stop = 0
    while stop < 150:
        trips.append((line, stop, f"stop {line}/{stop}"))
        stop += 1
        if stop == 3:
            break
print(len(trips))
