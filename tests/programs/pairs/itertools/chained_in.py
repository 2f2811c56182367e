from collections import deque
from itertools import chain

tables = (((table, row) for row in range(500)) for table in range(60))
joined = deque(chain.from_iterable(tables), maxlen=100)
print(joined[-1])
