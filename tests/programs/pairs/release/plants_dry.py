class Plant:
    def __init__(self, name):
        self.name = name
        self.leaves = [0.5] * 30


garden = []
for number in range(4_000):
    plant = Plant("plant %d" % number)
    garden.append(plant)
    try:
        garden.remove(Plant(plant.name))
    except ValueError:
        pass
    if len(garden) > 3:
        plant = garden[-3]
print("watered")
