class Catalogue:
    cache = {}

    def find(self, key):
        if key not in Catalogue.cache:
            Catalogue.cache[key] = f"title of {key}" * 3
        return Catalogue.cache[key]

    def trim(self):
        Catalogue.cache = {}


catalogue = Catalogue()
for key in range(8_000):
    catalogue.find(key)
    if key % 50 == 0:
        catalogue.trim()
print("found")
