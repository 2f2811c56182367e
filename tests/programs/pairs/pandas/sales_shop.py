import numpy as np
import pandas as pd

frames = []
for month in range(60):
    frame = pd.DataFrame({"day": np.arange(3_000), "sum": np.arange(3_000) * 1.5})
    frames.append(frame["sum"].sum())
print(len(frames))
