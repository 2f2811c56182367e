pages = {}


def remember(address, body):
    pages[address] = body


def crawl(count):
    for number in range(count):
        remember(f"/page/{number}", "x" * 5_000)


crawl(400)
