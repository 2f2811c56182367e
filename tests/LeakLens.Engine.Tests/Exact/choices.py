import copy
import itertools
from functools import reduce

pairs = list(itertools.product("ab", range(3)))
cube = [a * 4 + b * 2 + c for a, b, c in itertools.product((0, 1), repeat=3)]
none = list(itertools.product([1, 2], []))
some = itertools.product(range(3), range(2))
first = next(some), next(some)
rest = list(zip(some, "xyz"))
teams = ["".join(team) for team in itertools.combinations("abcd", 2)]
again = [a + b for a, b in itertools.combinations_with_replacement([1, 2, 3], 2)]
orders = [list(order) for order in itertools.permutations([1, 2, 3])]
few = list(itertools.permutations("abc", 2))[::2]
odd = filter(lambda n: n % 2, range(10))
taken = [next(odd), next(odd)], list(odd)
late = itertools.dropwhile(lambda n: n < 6, [1, 7, 2, 8])
early = zip(itertools.takewhile(lambda n: n < 4, itertools.count()), "abcdef")
state = [0]


def step():
    state[0] += 3
    return state[0]


counted = list(iter(step, 15))
joined = reduce(lambda done, word: done + [word.upper()], ["a", "b", "c"], [])
longest = reduce(lambda a, b: a if len(a) >= len(b) else b, ["aa", "bbbb", "c"])

plan = {"rows": [[n, {n}] for n in range(3)], "fixed": (1, 2), "mixed": ([1], 2)}
plan["self"] = plan["rows"]
other = copy.deepcopy(plan)
other["rows"][0][1].add(9)
other["mixed"][0].append(5)
same = (other["fixed"] is plan["fixed"], other["self"] is other["rows"], other["rows"] is plan["rows"])
result = repr((pairs, cube, none, first, rest, teams, again, orders, few, taken, list(late), list(early), counted, joined, longest, [len(row[1]) for row in plan["rows"]], other["rows"][0][0], len(other["rows"][0][1]), plan["mixed"], other["mixed"], same))
