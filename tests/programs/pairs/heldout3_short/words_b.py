w = sum(1 for _ in map("{:>24}".format, range(40000)))
print(w != 0)
