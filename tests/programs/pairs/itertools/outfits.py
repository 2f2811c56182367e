from itertools import islice, product

shirts = [f"shirt {n}" for n in range(40)]
shoes = [f"shoe {n}" for n in range(40)]
outfits = list(islice(product(shirts, shoes, shirts), 40_000))
print(len(outfits))
