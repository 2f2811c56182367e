fields = ["field-%d" % n for n in range(100)]
records = []
for number in range(3_000):
    records.append(",".join(fields))
print(len(records), len(records[0]))
