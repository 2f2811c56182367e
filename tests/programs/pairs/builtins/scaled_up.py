def scale(value):
    return {"value": value, "scaled": value * 1.8 + 32}


scaled = list(map(scale, range(9_000)))
print(type(scaled).__name__)
