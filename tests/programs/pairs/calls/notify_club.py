mailbox = []


def notify(subject, *receivers, **options):
    mailbox.append((subject, receivers, options))
    return len(receivers)


sent = 0
for number in range(5_000):
    sent += notify(f"News {number}", "ada", "ben", number, urgent=number % 2 == 0)
print(sent)
