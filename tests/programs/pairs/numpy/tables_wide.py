import numpy as np

table = np.ones((400, 250))
tables = []
for number in range(30):
    tables.append(table.reshape(-1))
print(len(tables), tables[0].shape)
