"""Compiles assignments into three-address code."""
import re

TOKEN = re.compile(r"\s*(?:(\d+)|([a-z_]\w*)|(.))")


def tokenize(text):
    for number, name, operator in TOKEN.findall(text):
        if number:
            yield "number", number
        elif name:
            yield "name", name
        elif operator.strip():
            yield "operator", operator


class Compiler:
    def __init__(self):
        self.symbols = {}
        self.temporaries = 0
        self.emitted = 0

    def symbol(self, name):
        return self.symbols.setdefault(name, len(self.symbols))

    def temporary(self):
        self.temporaries += 1
        return self.symbol(f"t{self.temporaries}")

    def emit(self, operation, *operands):
        self.emitted += 1
        return operation, operands

    def operand(self, token):
        kind, text = token
        return int(text) if kind == "number" else self.symbol(text)

    def statement(self, text):
        self.temporaries = 0
        tokens = list(tokenize(text))
        target = self.symbol(tokens[0][1])
        left = self.operand(tokens[2])
        code = []
        for index in range(3, len(tokens) - 1, 2):
            right = self.operand(tokens[index + 1])
            result = self.temporary()
            code.append(self.emit(tokens[index][1], result, left, right))
            left = result
        code.append(self.emit("=", target, left))
        return code


compiler = Compiler()


def main():
    variables = ["alpha", "beta", "gamma"]
    longest = 0
    for number in range(1500):
        name = variables[number % 3]
        code = compiler.statement(f"{name} = {name} + {number} * 2 - beta")
        longest = max(longest, len(code))
    print(compiler.emitted, longest)


if __name__ == "__main__":
    main()
