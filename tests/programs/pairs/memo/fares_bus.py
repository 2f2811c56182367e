memo = {}


def fare(distance):
    key = round(distance)
    if key not in memo:
        memo[key] = {"fare": 1.5 + key * 0.2, "zone": int(key) // 10}
    return memo[key]["fare"]


total = 0.0
for n in range(10_000):
    total += fare(n * 0.005)
print(round(total))
