parts = ([f"{name}-{n}" for n in range(100)] for name in range(120))
merged = sum(map(len, parts))
print(type(merged).__name__)
