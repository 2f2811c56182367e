import io

source = io.BytesIO(bytes(65_536))
chunks = []
length = 0
rounds = 0
while chunk := source.read(1_024):
    length += len(chunk)
    chunks.append(chunk)
    if source.tell() == 65_536 and rounds < 40:
        rounds += 1
        source.seek(0)
print(length)
