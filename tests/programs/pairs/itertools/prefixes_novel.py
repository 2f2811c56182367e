from itertools import accumulate

words = ("word%d " % n for n in range(1_200))
prefixes = list(accumulate(words))
print(type(prefixes).__name__)
