"""A small Lisp: nested lists are read from text and evaluated in frames."""


def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    stack = [[]]
    for token in tokens:
        if token == "(":
            stack.append([])
        elif token == ")":
            finished = stack.pop()
            stack[-1].append(finished)
        else:
            stack[-1].append(int(token) if token.lstrip("-").isdigit() else token)
    return stack[0][0]


class Interpreter:
    def __init__(self):
        self.frames = [{}]
        self.functions = {}
        self.failed = 0

    def lookup(self, name):
        for frame in reversed(self.frames):
            if name in frame:
                return frame[name]
        raise NameError(name)

    def call(self, name, values):
        parameters, body = self.functions[name]
        self.frames.append(dict(zip(parameters, values)))
        try:
            result = self.evaluate(body)
        except ZeroDivisionError:
            self.frames.pop()
            raise
        self.frames.pop()
        return result

    def evaluate(self, node):
        if isinstance(node, int):
            return node
        if isinstance(node, str):
            return self.lookup(node)
        head = node[0]
        if head == "define":
            self.functions[node[1]] = (node[2], node[3])
            return 0
        values = [self.evaluate(item) for item in node[1:]]
        if head == "+":
            return values[0] + values[1]
        if head == "/":
            return values[0] // values[1]
        return self.call(head, values)


lisp = Interpreter()


def main():
    lisp.evaluate(read("(define share (total people) (/ total people))"))
    lisp.evaluate(read("(define both (a b) (+ a (share a b)))"))
    for number in range(2400):
        try:
            lisp.evaluate(read(f"(both {number} {number % 3})"))
        except ZeroDivisionError:
            lisp.failed += 1
    print(lisp.failed, "failed")


if __name__ == "__main__":
    main()
