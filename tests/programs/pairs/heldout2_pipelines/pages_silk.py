"""Wraps articles into columns and prints them page by page."""
import io
import textwrap

SENTENCES = [
    "The ferry leaves at seven and comes back before dark.",
    "Nobody had told the baker about the new oven.",
    "A quiet street is worth more than a wide one.",
    "She counted the lamps twice and wrote the number down.",
]


class Printer:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.buffer = io.StringIO()
        self.lines = 0
        self.pages = 0

    def write(self, text):
        for line in textwrap.wrap(text, self.width):
            self.buffer.write(line.ljust(self.width) + "\n")
            self.lines += 1
            if self.lines == self.height:
                self.end_page()

    def end_page(self):
        self.pages += 1
        self.lines = 0
        self.buffer.seek(0)
        self.buffer.truncate()


def article(number):
    chosen = [SENTENCES[(number + offset) % len(SENTENCES)] for offset in range(3)]
    return f"Article {number}. " + " ".join(chosen)


printer = Printer(width=40, height=50)


def main():
    for number in range(1500):
        printer.write(article(number))
    print(printer.pages, "pages")


if __name__ == "__main__":
    main()
