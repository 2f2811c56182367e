import numpy as np
import pandas as pd

orders = pd.DataFrame(np.ones((2_000, 10)))
versions = []
for number in range(40):
    versions.append(orders)
print(len(versions))
