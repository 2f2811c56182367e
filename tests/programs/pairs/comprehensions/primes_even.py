numbers = range(200_000)
selected = [f"number {n}" for n in numbers if n % 5_000 == 0]
print(selected[:3])
