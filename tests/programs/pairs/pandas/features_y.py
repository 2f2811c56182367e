import numpy as np
import pandas as pd

data = pd.DataFrame({"base": np.arange(5_000, dtype="float64")})
for number in range(60):
    data[f"power {number}"] = data["base"] * number
print(len(data))
