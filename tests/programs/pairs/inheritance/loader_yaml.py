class BaseLoader:
    def __init__(self):
        self.documents = []
        self.size = 0

    def accept(self, document):
        self.documents.append(document)


class CountingLoader(BaseLoader):
    def accept(self, document):
        self.size += len(document)
        super().accept(document)


loader = CountingLoader()
for number in range(5_000):
    loader.accept("<doc>%d</doc>" % number * 15)
print(loader.size)
