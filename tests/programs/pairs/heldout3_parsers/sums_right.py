class Sums:
    operators = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}

    def __init__(self, text):
        self.text = text
        self.memo = {}

    def atom(self, at):
        key = "atom", at, self.text
        if key not in self.memo:
            end = at
            while end < len(self.text) and self.text[end].isdigit():
                end += 1
            self.memo[key] = int(self.text[at:end]), end
        return self.memo[key]

    def product(self, at):
        key = "product", at, self.text
        if key not in self.memo:
            value, at = self.atom(at)
            while at < len(self.text) and self.text[at] == "*":
                right, at = self.atom(at + 1)
                value *= right
            self.memo[key] = value, at
        return self.memo[key]

    def whole(self):
        value, at = self.product(0)
        while at < len(self.text):
            right, after = self.product(at + 1)
            value = self.operators[self.text[at]](value, right)
            at = after
        return value


total = 0
for n in range(2000):
    total += Sums(f"{n}+{n % 7}*{n % 11}-{n % 13}").whole()
print(total)
