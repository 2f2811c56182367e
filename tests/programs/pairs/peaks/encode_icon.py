import base64


def blocks(count):
    for n in range(count):
        yield n.to_bytes(3, "big") * 500


def encoded_size(count):
    return len(base64.b64encode(b"".join(blocks(count))))


print(encoded_size(2_000))
