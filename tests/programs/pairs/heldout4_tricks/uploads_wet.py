import atexit
import io
import struct


class Upload:
    def __init__(self, number):
        self.number = number
        self.buffer = io.BytesIO()
        self.open = True
        atexit.register(self.finish)

    def finish(self):
        """Called at the latest when the program ends."""
        self.open = False
        return self.buffer.tell()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.size = self.finish()
        return False

    def pack(self, files):
        for name, text in files.items():
            self.buffer.write(struct.pack("<16sI", name.encode(), len(text)))
            self.buffer.write(text.encode())


sizes = []
for number in range(400):
    files = {f"part{k}.txt": f"{number}:{k};" * (1500 + 200 * k) for k in range(4)}
    with Upload(number) as upload:
        upload.pack(files)
    sizes.append(upload.size)
del upload
print(len(sizes), sum(sizes))
