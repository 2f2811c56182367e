w = [*map("{:>24}".format, range(40000))]
print(w != 0)
