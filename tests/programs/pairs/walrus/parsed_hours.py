def parse(text):
    head, _, tail = text.partition(":")
    return {"hour": int(head), "text": text} if tail else None


texts = (f"{n % 24}-{n:06d}" for n in range(15_000))
parsed = [value for text in texts if (value := parse(text)) is not None]
print(len(parsed))
