import weakref


class Mesh:
    def __init__(self, number):
        self.points = [number * n for n in range(200)]


references = []
for n in range(600):
    mesh = Mesh(n + 1_000)
    references.append(mesh)
print(len(references))
