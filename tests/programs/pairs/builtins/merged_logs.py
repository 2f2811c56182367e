parts = ([f"{name}-{n}" for n in range(100)] for name in range(120))
merged = sum(parts, [])
print(type(merged).__name__)
