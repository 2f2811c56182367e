"""A small parser for recipes: `take 3 eggs; heat 20 min;` and so on."""
import re

TOKEN = re.compile(r"\d+|[a-z]+|;")


class RecipeError(Exception):
    def __init__(self, message, place):
        super().__init__(f"{message} at token {place}")
        self.place = place


class Parser:
    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        self.place = 0

    def expect(self, what, test):
        token = self.tokens[self.place] if self.place < len(self.tokens) else ""
        if not test(token):
            raise RecipeError(f"{what} expected, not {token!r}", self.place)
        self.place += 1
        return token

    def step(self):
        verb = self.expect("verb", str.isalpha)
        amount = int(self.expect("number", str.isdigit))
        thing = self.expect("thing", str.isalpha)
        self.expect("semicolon", ";".__eq__)
        return verb, amount, thing

    def recipe(self):
        steps = []
        while self.place < len(self.tokens):
            steps.append(self.step())
        return steps


class Compiler:
    problems = []

    def compile(self, name, text):
        parser = Parser(text)
        try:
            return len(parser.recipe())
        except RecipeError as error:
            self.problems.append((name, str(error)))
            return 0


def recipe(number):
    return " ".join(f"add {n % 90 + number} grams;" for n in range(80)) + (" serve hot;" if number % 2 else "")


compiler = Compiler()
good = sum(compiler.compile(f"recipe {n}", recipe(n)) for n in range(400))
print(good, len(compiler.problems), compiler.problems[-1][1])
