LIMIT = 500
measurements = []
for number in range(12_000):
    measurements.append((number, number * 0.25))
if len(measurements) > LIMIT:
    print("more than", LIMIT)
print(measurements[-1])
