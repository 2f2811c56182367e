class Machine:
    def __init__(self):
        self.stack = []
        self.steps = 0
        self.output = 0

    def step(self, instruction):
        self.steps += 1
        match instruction:
            case ("push", str() as text):
                self.stack.append(text)
            case ("join", int() as count):
                parts = [self.stack.pop() for _ in range(count)]
                self.stack.append("+".join(parts))
            case ("drop", int() as count) if count > 1:
                del self.stack[-count:]
            case ("print",):
                self.output += len(self.stack[-1])
            case _:
                self.output -= 1


def program(rounds):
    for n in range(rounds):
        yield "push", f"left operand {n}"
        yield "push", f"right operand {n}"
        yield "join", 2
        yield ("print",)
        yield "drop", 1


machine = Machine()
for instruction in program(12000):
    machine.step(instruction)
print(machine.steps)
