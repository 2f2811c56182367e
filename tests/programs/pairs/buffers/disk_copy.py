import io

image = io.BytesIO()
for n in range(2_000):
    image.write(n.to_bytes(4, "little") * 300)
    if image.tell() > 50_000:
        image.flush()
        image.seek(0)
print(image.tell() > 0)
