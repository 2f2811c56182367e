profiles = {}
for number in range(7_000):
    profiles[f"user{number}"] = [number * 1000, number * 2000]
    if len(profiles) > 100:
        profiles.copy().popitem()
print(len(profiles) > 99)
