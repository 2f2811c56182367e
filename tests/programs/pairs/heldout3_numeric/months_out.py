import pandas as pd

parts = []
for month in range(40):
    frame = pd.DataFrame({"day": range(3000), "amount": [month * 1.5] * 3000})
    frame["tax"] = frame["amount"] * 0.2
    parts.append(float(frame["tax"].sum()))
print(len(parts))
