"""Undo and redo for a drawing; every command remembers how to take itself back."""


class Stroke:
    def __init__(self, colour, points):
        self.colour = colour
        self.points = points

    def apply(self, canvas):
        for x, y in self.points:
            canvas[x % 32, y % 32] = self.colour

    def revert(self, canvas):
        for x, y in self.points:
            canvas.pop((x % 32, y % 32), None)


class Editor:
    def __init__(self, limit):
        self.canvas = {}
        self.limit = limit
        self.done = []
        self.undone = []

    def draw(self, stroke):
        stroke.apply(self.canvas)
        self.done.append(stroke)
        if len(self.done) > self.limit:
            del self.done[0]

    def undo(self):
        if not self.done:
            return False
        stroke = self.done.pop()
        stroke.revert(self.canvas)
        self.undone.append(stroke)
        return True

    def redo(self):
        if not self.undone:
            return False
        stroke = self.undone.pop()
        stroke.apply(self.canvas)
        self.done.append(stroke)
        return True


editor = Editor(limit=20)


def main():
    colours = ("red", "green", "blue")
    for number in range(3000):
        points = [(number + step, number * 3 + step) for step in range(4)]
        editor.draw(Stroke(colours[number % 3], points))
        if number % 2:
            editor.undo()
    print(len(editor.done), len(editor.canvas) <= 1024)


if __name__ == "__main__":
    main()
