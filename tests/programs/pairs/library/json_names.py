import json

record = {"name": "Ada", "marks": list(range(150))}
encoded = []
for n in range(3_000):
    encoded.append(json.dumps(record))
print(len(encoded))
