import numpy as np
import pandas as pd

people = pd.DataFrame({"group": np.arange(100_000) % 20, "income": np.arange(100_000) * 0.5})
parts = {}
for name, part in people.groupby("group"):
    parts[name] = part
people = None
part = None
print(len(parts))
