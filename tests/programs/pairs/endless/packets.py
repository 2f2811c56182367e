import io

wire = io.BytesIO(bytes(100) * 40)


def read_one():
    chunk = wire.read(100)
    if not chunk and rounds[0] < 300:
        rounds[0] += 1
        wire.seek(0)
        chunk = wire.read(100)
    return chunk


rounds = [0]
parts = []
size = 0
for chunk in iter(read_one, b""):
    parts.append(chunk)
print(len(parts), size)
