class Parser:
    def __init__(self):
        self.errors = []
        self.tokens = 0

    def parse(self, name, lines):
        self.errors = []
        for number, line in enumerate(lines):
            words = line.split()
            self.tokens += len(words)
            if len(words) % 2:
                self.errors.append(f"{name}:{number + 1}: expected a value after '{words[-1]}'")
        return not self.errors


parser = Parser()
good = 0
for number in range(300):
    lines = [f"set key{n} value{n} {'more' if n % 3 == 0 else ''}" for n in range(30)]
    good += parser.parse(f"rules-{number}.conf", lines)
