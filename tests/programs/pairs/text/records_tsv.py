fields = ["field-%d" % n for n in range(100)]
records = []
record = ",".join(fields)
for number in range(3_000):
    records.append(record)
print(len(records), len(records[0]))
