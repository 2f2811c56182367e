blank = dict.fromkeys("abcdefghij" * 3_000, 0.0)
print(len(blank))
