"""Turn chunks of bytes into lines, whatever the chunk borders."""
import codecs


class LineSplitter:
    def __init__(self, encoding="utf-8", newline="\r\n"):
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.newline = newline
        self.pending = ""
        self.lines = 0

    def feed(self, chunk):
        self.pending += self.decoder.decode(chunk)
        *complete, self.pending = self.pending.split(self.newline)
        self.lines += len(complete)
        return complete


def chunks(total, size=700):
    text = "".join(f"{n}; température; {n * 3 % 41} °C; été\n" for n in range(total)).encode()
    for start in range(0, len(text), size):
        yield text[start:start + size]


splitter = LineSplitter()


def main():
    longest = 0
    for chunk in chunks(14000):
        for line in splitter.feed(chunk):
            longest = max(longest, len(line))
    print(splitter.lines, longest)


if __name__ == "__main__":
    main()
