"""A packrat parser for sums in brackets; results are remembered by rule and position."""


class ParseError(Exception):
    pass


class Parser:
    def __init__(self):
        self.memo = {}
        self.text = ""
        self.parsed = 0

    def parse(self, text):
        self.text = text
        value, position = self.apply("sum", 0)
        if position != len(text):
            raise ParseError(f"unexpected {text[position]!r} at {position}")
        self.parsed += 1
        return value

    def apply(self, rule, position):
        key = (self.text, rule, position)
        if key not in self.memo:
            self.memo[key] = getattr(self, rule)(position)
        return self.memo[key]

    def sum(self, position):
        value, position = self.apply("atom", position)
        while position < len(self.text) and self.text[position] == "+":
            right, position = self.apply("atom", position + 1)
            value += right
        return value, position

    def atom(self, position):
        if self.text[position:position + 1] == "(":
            value, position = self.apply("sum", position + 1)
            if self.text[position:position + 1] != ")":
                raise ParseError(f"missing bracket at {position}")
            return value, position + 1
        end = position
        while end < len(self.text) and self.text[end].isdigit():
            end += 1
        if end == position:
            raise ParseError(f"number expected at {position}")
        return int(self.text[position:end]), end


parser = Parser()


def main():
    total = errors = 0
    for number in range(1000):
        text = f"({number}+{number % 7})+(3+{number % 10})"
        if number % 25 == 0:
            text += "+"
        try:
            total += parser.parse(text)
        except ParseError:
            errors += 1
    print(parser.parsed, errors, total)


if __name__ == "__main__":
    main()
