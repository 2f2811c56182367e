class Book:
    def __init__(self):
        self.marks = []

    def note(self, mark):
        self.marks.append(mark)


def grade(points, book=Book()):
    book.note({"points": points, "passed": points > 50})
    return book.marks[-1]["passed"]


print(sum(grade(points) for points in range(9_000)))
