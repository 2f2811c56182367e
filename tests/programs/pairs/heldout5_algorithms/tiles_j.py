"""A packrat parser for arithmetic; the memo makes backtracking linear."""
import random


class ParseError(Exception):
    pass


def memoized(rule):
    def parse_rule(text, pos):
        key = (rule.__name__, text, pos)
        if key not in memo:
            try:
                memo[key] = rule(text, pos)
            except ParseError as error:
                memo[key] = str(error)
        found = memo[key]
        if isinstance(found, str):
            raise ParseError(found)
        return found

    def reset():
        nonlocal memo
        memo = {}
        return memo

    memo = {}
    parse_rule.reset = reset
    return parse_rule


@memoized
def number(text, pos):
    end = pos
    while end < len(text) and text[end].isdigit():
        end += 1
    if end == pos:
        raise ParseError(f"number expected at {pos}")
    return int(text[pos:end]), end


@memoized
def atom(text, pos):
    if pos < len(text) and text[pos] == "(":
        value, pos = expression(text, pos + 1)
        if pos >= len(text) or text[pos] != ")":
            raise ParseError(f"')' expected at {pos}")
        return value, pos + 1
    return number(text, pos)


@memoized
def product(text, pos):
    left, pos = atom(text, pos)
    while pos < len(text) and text[pos] == "*":
        right, pos = atom(text, pos + 1)
        left = left * right % 1_000_003
    return left, pos


@memoized
def expression(text, pos):
    left, pos = product(text, pos)
    while pos < len(text) and text[pos] in "+-":
        sign = 1 if text[pos] == "+" else -1
        right, pos = product(text, pos + 1)
        left += sign * right
    return left, pos


def random_expression(rng, depth):
    if depth == 0:
        return str(rng.randint(0, 999))
    inner = random_expression(rng, depth - 1)
    return f"({inner}{rng.choice('+-*')}{rng.randint(0, 99)})*{rng.randint(1, 9)}"


def main():
    rng = random.Random(8)
    checksum = 0
    for _ in range(900):
        value, _ = expression(random_expression(rng, 5), 0)
        checksum = (checksum * 31 + value) % 1_000_000_007
        for rule in (number, atom, product, expression):
            rule.reset()
    print(checksum)


if __name__ == "__main__":
    main()
