def main():
    values = range(150_000)
    total = sum(value * 1.5 for value in values)
    return total / len(values)


print(main())
