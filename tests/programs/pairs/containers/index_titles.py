from collections import defaultdict

index = defaultdict(list)
index["python"].append(1)
hits = 0
for n in range(20_000):
    word = "word%d" % n
    if index[word]:
        hits += 1
print(hits)
