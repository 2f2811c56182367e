class Pipe:
    def __init__(self):
        self.flow = []

    def __lshift__(self, item):
        self.flow.append(item)
        return self

    def __len__(self):
        return len(self.flow)


pipe = Pipe()
for n in range(9_000):
    pipe << "litre %d" % n
    len(pipe)
print("flowing")
