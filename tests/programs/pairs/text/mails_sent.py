body = "Dear reader, " * 150
outbox = []
for number in range(4_000):
    outbox.append(body.encode("utf-8"))
print(len(outbox))
