class Insert:
    def __init__(self, place, text):
        self.place = place
        self.text = text

    def apply(self, buffer):
        buffer[self.place:self.place] = [self.text]

    def revert(self, buffer):
        del buffer[self.place]


class Editor:
    LIMIT = 50

    def __init__(self):
        self.buffer = []
        self.done = []
        self.undone = []

    def run(self, command):
        command.apply(self.buffer)
        self.done.append(command)
        self.undone.clear()
        if len(self.undone) > self.LIMIT:
            del self.undone[0]

    def undo(self):
        command = self.done.pop()
        command.revert(self.buffer)
        self.undone.append(command)


editor = Editor()
for number in range(3_000):
    editor.run(Insert(0, f"line {number} of the text that is written " * 2))
    if len(editor.buffer) > 20:
        editor.buffer.pop()
