squares = [number * number for number in range(40_000)]
