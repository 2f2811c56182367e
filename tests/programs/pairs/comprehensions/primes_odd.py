numbers = range(200_000)
selected = [f"number {n}" for n in numbers if n % 2]
print(selected[:3])
