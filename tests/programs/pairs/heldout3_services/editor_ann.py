class Insert:
    __slots__ = ("at", "text")

    def __init__(self, at, text):
        self.at = at
        self.text = text

    def apply(self, page):
        return page[: self.at] + self.text + page[self.at:]

    def revert(self, page):
        return page[: self.at] + page[self.at + len(self.text):]


class Editor:
    limit = 40

    def __init__(self):
        self.page = ""
        self.done = []
        self.undone = []

    def run(self, command):
        self.page = command.apply(self.page)[:400]
        self.done.append(command)
        if len(self.undone) > self.limit:
            del self.done[0]
        self.undone.clear()

    def undo(self):
        command = self.done.pop()
        self.page = command.revert(self.page)
        self.undone.append(command)

    def redo(self):
        command = self.undone.pop()
        self.page = command.apply(self.page)[:400]
        self.done.append(command)


editor = Editor()
for n in range(8000):
    editor.run(Insert(n % 100, f"paragraph {n} of the draft, " * 4))
    if n % 10 == 9:
        editor.undo()
        editor.redo()
print(len(editor.page))
