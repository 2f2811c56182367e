class Place:
    def __init__(self, name, country):
        self.name = name
        self.country = country

    def __hash__(self):
        return hash((self.name, self.country))

    def __eq__(self, other):
        return (self.name, self.country) == (other.name, other.country)


places = set()
for n in range(15_000):
    places.add(Place("town-%d" % (n % 30), "IT"))
print(len(places) > 0)
