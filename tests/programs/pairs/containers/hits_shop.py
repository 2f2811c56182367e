from collections import Counter

hits = Counter()
for n in range(25_000):
    url = "/article/%d?visitor=%d" % (n % 30, n)
    hits[url] += 1
for page, count in hits.most_common(3):
    print(page, count)
