import weakref


class Upload:
    closed = 0

    def __init__(self, name, size):
        self.name = name
        self.data = bytearray(size)
        self.ending = weakref.finalize(self, self.close)
        self.ending.atexit = False

    def close(self):
        Upload.closed += 1

    def fill(self, text):
        for at in range(0, len(self.data) - len(text), len(text)):
            self.data[at: at + len(text)] = text
        return self.data[0]


first = 0
for n in range(700):
    upload = Upload(f"part{n}.bin", 4096)
    first += upload.fill(b"%08d" % n)
print(first)
