def send_all(count):
    pending = []
    sent = 0
    for n in range(count):
        pending.append("Dear customer %d, " % n * 10)
        if len(pending) == 100:
            sent += len(pending)
            pending.clear()
    return sent + len(pending)


print(send_all(15_000))
