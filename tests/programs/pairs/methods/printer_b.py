class Printer:
    def __init__(self):
        self.queue = []

    def feed(self, count):
        for sheet in range(count):
            self.queue.append("sheet %d" % sheet)
        return self


pages = []
for job in range(200):
    printer = Printer().feed(60)
    pages.append(printer)
print(len(pages))
