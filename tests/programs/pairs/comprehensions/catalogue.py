def product(number):
    return {"sku": f"P{number:05d}", "price": number * 0.99, "stock": number % 11}


products = [product(number) for number in range(10_000)]
print(type(products).__name__)
