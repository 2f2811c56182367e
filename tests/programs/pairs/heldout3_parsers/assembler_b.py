class Assembler:
    def __init__(self):
        self.pool = {}
        self.code = bytearray()
        self.line = 0

    def constant(self, value):
        key = type(value).__name__, value
        return self.pool.setdefault(key, len(self.pool))

    def emit(self, operation, operand):
        self.code.append(operation)
        self.code.append(operand & 0xFF)

    def statement(self, name, value):
        self.line += 1
        self.emit(1, self.constant(value))
        self.emit(2, self.constant(name))
        if len(self.code) > 4096:
            self.code.clear()


def source(lines):
    for n in range(lines):
        yield f"v{n % 20}", n % 97


assembler = Assembler()
for name, value in source(8000):
    assembler.statement(name, value)
print(assembler.line)
