using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Work that comes to nothing new is brought to its end, and a file is partial only where code was not seen.</summary>
public sealed class HurriedCodeTests
{
    /// <summary>Calls itself for each item of something unknown, in more ways than can be followed.</summary>
    private const string Walk = """
        def walk(node, depth):
            for child in node.children:
                for other in child.others:
                    if other.a:
                        walk(other, depth + 1)
                    elif other.b:
                        walk(child, depth + 2)
                    else:
                        walk(node, depth)
                walk(child, depth)


        """;

    [Fact]
    public void What_comes_after_a_walk_through_a_tree_is_seen()
    {
        var facts = Gather(Walk + """
            kept = []

            def handle(request):
                walk(request.tree, 0)
                kept.append(request.body)
            """);

        facts.Growths.ShouldHaveSingleItem().IsPerCall.ShouldBeTrue();
        facts.IsPartial.ShouldBeFalse();
    }

    /// <summary>A helper that hurries the work says nothing about the code behind it: growth that shows late, or in another call, is found, or the file is partial.</summary>
    [Theory]
    [InlineData("for i in range(200):\n    for j in range(200):\n        for k in range(200):\n            kept.append((i, j, k))\n")]
    [InlineData("for y in range(2_000):\n    row = []\n    for x in range(2_000):\n        row.append(x * y)\n    kept.append(row)\n")]
    [InlineData("a = b = ()\nwhile True:\n    kept.extend(b)\n    b = a\n    a = [0] * 1_000\n")]
    [InlineData("ready = warm = False\nwhile True:\n    if ready:\n        kept.append([0] * 1_000)\n    ready = warm\n    warm = True\n")]
    [InlineData("def main(arguments):\n    if arguments:\n        return\n    main(['x'])\n    while True:\n        kept.append([0] * 1_000)\nmain([])\n")]
    [InlineData("for i in range(10_000):\n    if i // 1_000 == 5:\n        kept.append([0] * 10_000)\n")]
    [InlineData("for n in (0, 0, 10_000_000):\n    for i in range(n):\n        kept.append(i)\n")]
    [InlineData("for i in range(20_000):\n    kept.append([0] * 1_000)\n    if i < 2:\n        kept.clear()\n")]
    [InlineData("def put(dest, i):\n    if i > 5:\n        dest.append([0] * 1_000)\n    else:\n        dest.append(0)\nput([], 1)\nput([], 9)\ni = 0\nwhile True:\n    put(kept, i)\n    i += 1\n")]
    [InlineData("def late(x, n):\n    if x:\n        walk(n, 0)\n        for i in range(10_000):\n            kept.append([0] * 1_000)\nlate(0, 0)\nlate(1, a)\n")]
    [InlineData("t = 0\nfor line in a:\n    t += 1\n    if t // 100 > 3:\n        kept.extend(range(5_000_000))\n")]
    [InlineData("for line in a:\n    kept.extend(kept or [line])\n")]
    [InlineData("for i in range(10_000):\n    if i // 10 < 300:\n        continue\n    kept.append([0] * 10_000)\n")]
    [InlineData("class Loud:\n    def __repr__(self):\n        for i in range(20_000):\n            kept.append([0] * 1_000)\n        return ''\nloud = Loud()\ndef late(x):\n    if x:\n        print(repr(loud))\n    else:\n        late(1)\nlate(0)\n")]
    [InlineData("class Loud:\n    @property\n    def name(self):\n        for i in range(20_000):\n            kept.append([0] * 1_000)\nloud = Loud()\ndef late(x):\n    if x:\n        print(loud.name)\n    else:\n        late(1)\nlate(0)\n")]
    [InlineData("def print(*things):\n    for i in range(20_000):\n        kept.append([0] * 1_000)\ndef late(x):\n    if x:\n        print(x)\n    else:\n        late(1)\nlate(0)\n")]
    [InlineData("def rows(n):\n    for i in range(n):\n        yield [i] * 1_000\nkept.extend(list(rows(20_000)))\n")]
    [InlineData("n = 0\nwhile True:\n    n += 1\n    if n > 5:\n        kept.append([0] * 1_000)\n    if n > 500_000:\n        break\n")]
    public void What_grows_behind_a_walk_is_found_or_the_file_is_partial(string program)
    {
        var facts = Gather("import sys\nkept = []\na = sys.argv[3:]\n" + Walk + "walk(a, 0)\n" + program);

        var held = facts.Growths.Where(static growth => growth.Operation is not "bind").Select(static growth => Math.Max(growth.Retained.High, growth.Peak.High)).DefaultIfEmpty().Max();
        (facts.IsPartial || held >= 10_000_000).ShouldBeTrue();
    }

    [Fact]
    public void Methods_behind_one_that_takes_long_are_seen()
    {
        var facts = Gather(Walk + """
            class Store:
                def __init__(self):
                    self.kept = []

                def first(self, tree):
                    walk(tree, 0)

                def second(self, item):
                    self.kept.append(item)
            """);

        facts.Growths.ShouldHaveSingleItem();
        facts.IsPartial.ShouldBeFalse();
    }

    /// <summary>A branch that only a late trip takes, in a loop that may be too long to be followed: it is seen, or the file is said to be partial.</summary>
    [Theory]
    [InlineData("i > 999_990")]
    [InlineData("i == 777_777")]
    [InlineData("i * i % 7919 == 13")]
    [InlineData("x == 13 and i > 500_000")]
    [InlineData("str(i) == '777777'")]
    [InlineData("'77777' in str(i)")]
    [InlineData("i // 7 == 111_111")]
    [InlineData("len(seen) > 400_000")]
    [InlineData("i ^ 777_777 == 0")]
    public void A_branch_that_only_a_late_trip_takes_is_not_overlooked(string condition)
    {
        var facts = Gather($$"""
            import sys

            seen = set()
            kept = []

            def work(i, n):
                x = 0
                for j in range(n):
                    x = (x * 31 + j * i) % 1000003
                    if x == 77:
                        x = x * 3 + int(sys.argv[1])
                seen.add(x)
                if {{condition}}:
                    kept.extend(range(1_000_000))
                return x

            for i in range(1_000_000):
                work(i, len(sys.argv))
            """);

        (facts.IsPartial || facts.Growths.Any(static growth => growth.Operation == "extend")).ShouldBeTrue();
    }

    [Fact]
    public void A_branch_that_no_trip_takes_is_excused()
    {
        var facts = Gather(Walk + """
            import sys

            LIMIT = 10

            def work(tree):
                walk(tree, 0)
                if LIMIT < 5:
                    print("small")
                if sys.maxsize < 5:
                    print("tiny")

            """);

        facts.IsPartial.ShouldBeFalse();
    }

    /// <summary>Of code that was left in a hurry, what can grow nothing whatever the values are hides nothing.</summary>
    [Theory]
    [InlineData("if self.debug:\n            print('token ' + repr(node))")]
    [InlineData("if self.closed:\n            raise ValueError('closed file')")]
    [InlineData("if self.strict:\n            os.stat(node)")]
    public void Harmless_code_that_was_not_seen_is_excused(string statement)
    {
        var facts = Gather(Walk + $$"""
            import os

            class Reader:
                def __init__(self):
                    self.debug = self.closed = self.strict = False

                def read(self, node):
                    walk(node, 0)
                    {{statement.Replace("            ", "                ", StringComparison.Ordinal)}}
                    self.read(node.next)
            """);

        facts.IsPartial.ShouldBeFalse();
    }

    /// <summary>A comprehension, and a generator, fill what belongs to the function that asked for it.</summary>
    [Fact]
    public void What_a_comprehension_fills_in_a_hurry_dies_with_its_function()
    {
        var facts = Gather(Walk + """
            def lines(tree):
                walk(tree, 0)
                return sum(len(line) for line in [str(child) for child in tree if child.live])
            """);

        facts.IsPartial.ShouldBeFalse();
    }

    [Fact]
    public void Code_that_no_work_came_to_makes_a_file_partial()
    {
        var program = new System.Text.StringBuilder("def f0():\n    print()\n");
        for (var i = 1; i <= 60; i++)
        {
            program.Append($"def f{i}():\n    f{i - 1}()\n    f{i - 1}()\n");
        }

        Gather(program.Append("f60()\nkept = [0] * 10_000_000\n").ToString()).IsPartial.ShouldBeTrue();
    }

    private static MemoryFacts Gather(string program) => MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None);
}
