merged = {}
for number in range(2_500):
    extra = {f"key {number % 2_000}": number * 1000}
    merged = {**merged, **extra}
print(len(merged))
