import json

record = {"name": "Ada", "marks": list(range(150))}
encoded = []
text = json.dumps(record)
for n in range(3_000):
    encoded.append(text)
print(len(encoded))
