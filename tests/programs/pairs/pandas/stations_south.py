import numpy as np
import pandas as pd

table = pd.DataFrame({"station": np.zeros(0, dtype="int64"), "rain": np.zeros(0)})
for hour in range(120):
    rows = pd.DataFrame({"station": np.arange(800), "rain": np.arange(800) * 0.1})
    table = pd.concat([table.iloc[-10:], rows], ignore_index=True)
print(list(table.columns))
