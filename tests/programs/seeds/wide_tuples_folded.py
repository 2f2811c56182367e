class DataHolder:
    def __init__(self, data):
        self.data = data


kept = []
for i in range(200):
    kept.append(DataHolder(("x" * 1_000, "y" * 1_000)))
