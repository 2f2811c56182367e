"""A stack machine: source text is compiled to instructions, which then run many times."""

SOURCE = """
push 1
store total
label again
load total
push 3
mul
push 1000003
mod
store total
load total
print
jump again
"""


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.names = {}
        self.printed = 0
        self.position = 0

    def step(self):
        operation, argument = self.code[self.position]
        self.position += 1
        if operation == "push":
            self.stack.append(argument)
        elif operation == "load":
            self.stack.append(self.names[argument])
        elif operation == "store":
            self.names[argument] = self.stack.pop()
        elif operation in ("mul", "mod"):
            right, left = self.stack.pop(), self.stack.pop()
            self.stack.append(left * right if operation == "mul" else left % right)
        elif operation == "print":
            value = self.stack[-1]
            self.printed += value % 2
        elif operation == "jump":
            self.position = argument
        else:
            raise ValueError(f"unknown operation {operation}")


def compile_source(source):
    code, labels = [], {}
    for line in source.strip().splitlines():
        operation, _, argument = line.partition(" ")
        if operation == "label":
            labels[argument] = len(code)
        elif operation == "push":
            code.append((operation, int(argument)))
        else:
            code.append((operation, argument))
    return [(op, labels[arg] if op == "jump" else arg) for op, arg in code]


machine = Machine(compile_source(SOURCE))


def main():
    for _ in range(90000):
        machine.step()
    print(machine.printed, machine.names)


if __name__ == "__main__":
    main()
