import json

text = json.dumps({"id": 1, "lines": [{"sku": f"p{n}", "amount": n} for n in range(20)]})
decoded = []
for n in range(600):
    document = json.loads(text)
    decoded.append(len(document["lines"]))
print(len(decoded))
