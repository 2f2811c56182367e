log = []
for number in range(12_000):
    log.append("%05d something happened" % number)
    if len(log) > 200:
        del log[:100]
print(len(log) > 100)
