from itertools import accumulate

words = ("word%d " % n for n in range(1_200))
for prefixes in accumulate(words):
    pass
print(type(prefixes).__name__)
