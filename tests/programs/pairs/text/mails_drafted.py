body = "Dear reader, " * 150
outbox = []
for number in range(4_000):
    outbox.append(str(body))
print(len(outbox))
