"""A tiny stack machine with call frames."""
from dataclasses import dataclass, field

PUSH, ADD, CALL, TAIL, RET = range(5)


@dataclass
class Frame:
    code: list
    pc: int = 0
    registers: list = field(default_factory=lambda: [0] * 256)


class Machine:
    def __init__(self, functions):
        self.functions = functions
        self.frames = []
        self.stack = []

    def call(self, name):
        self.frames.append(Frame(self.functions[name]))
        base = len(self.frames)
        while len(self.frames) >= base:
            frame = self.frames[-1]
            op, arg = frame.code[frame.pc]
            frame.pc += 1
            if op == PUSH:
                self.stack.append(arg)
            elif op == ADD:
                right = self.stack.pop()
                self.stack.append(self.stack.pop() + right)
            elif op == CALL:
                self.frames.append(Frame(self.functions[arg]))
            elif op == TAIL:
                self.frames.append(Frame(self.functions[arg]))
                return self.finish()
            elif op == RET:
                self.frames.pop()
        return self.stack.pop()

    def finish(self):
        last = self.frames.pop()
        for op, arg in last.code:
            if op == PUSH:
                self.stack.append(arg)
        return self.stack.pop()


PROGRAM = {
    "one": [(PUSH, 1), (RET, None)],
    "two": [(CALL, "one"), (CALL, "one"), (ADD, None), (RET, None)],
    "jump": [(CALL, "two"), (TAIL, "one")],
}
machine = Machine(PROGRAM)


def main():
    total = 0
    for _ in range(7000):
        total += machine.call("two") + machine.call("jump")
        machine.stack.clear()
    print(total)


main()
