import io

buffer = io.StringIO()
sizes = []


def emit(record):
    buffer.seek(0, io.SEEK_END)
    buffer.write(record)
    buffer.write("\n")


def drain():
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text[-80:]


last = ""
for n in range(20000):
    emit(f"{n:06d} level=info msg='request served' ms={n % 90}")
    if n % 500 == 499:
        last = drain()
print(last.strip())
