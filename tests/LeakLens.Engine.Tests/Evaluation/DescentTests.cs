using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Functions that call themselves with numbers that count on: what they do at the end of that is seen, or the file is partial.</summary>
public sealed class DescentTests
{
    private const string Begin = "import sys\nkept = []\nn = len(sys.argv)\n";

    private const long Much = 70_000_000;

    [Theory]
    [InlineData("def f(k):\n    if k == 0:\n        for i in range(20_000):\n            kept.append([n] * 1000)\n        return\n    f(k - 1)\nf(200)\n")]
    [InlineData("def f(k):\n    if k == 0:\n        while True:\n            kept.append([n] * 1000)\n    f(k - 1)\nf(5)\n")]
    [InlineData("def f(k):\n    if k == 0:\n        for i in range(20_000):\n            kept.append([n] * 1000)\n        return\n    f(k - 1)\nf(20)\n")]
    [InlineData("class A:\n    def f(self, k):\n        if k == 7:\n            for i in range(20_000):\n                kept.append([n] * 1000)\n            return\n        self.f(k + 1)\nA().f(0)\n")]
    [InlineData("def f(k):\n    if k == 0:\n        for i in range(20_000):\n            kept.append([n] * 1000)\n        return\n    g(k - 1)\ndef g(k):\n    f(k)\nf(9)\n")]
    [InlineData("def f(k):\n    if k < 0:\n        return\n    if k == 1:\n        for i in range(20_000):\n            kept.append([n] * 1000)\n    f(k - 1)\n    f(k - 2)\nf(9)\n")]
    [InlineData("def f(k):\n    if k > 5:\n        while True:\n            kept.append([n] * 1000)\n    f(k + 1)\nf(0)\n")]
    public void The_end_of_a_descent_is_seen_or_the_file_is_partial(string program)
    {
        var facts = Gather(program);

        (facts.IsPartial || facts.Growths.Any(static growth => growth.Owner.Path is "kept" && growth.Retained.High > Much)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("def ack(m, k):\n    if m == 0:\n        return k + 1\n    if k == 0:\n        return ack(m - 1, 1)\n    return ack(m - 1, ack(m, k - 1))\nprint(ack(2, 3), n)\n")]
    [InlineData("def collatz(k, steps=0):\n    if k == 1:\n        return steps\n    if k % 2:\n        return collatz(3 * k + 1, steps + 1)\n    return collatz(k // 2, steps + 1)\nprint(collatz(27), n)\n")]
    [InlineData("def count(k):\n    if k == 0:\n        print('done', n)\n        return\n    print(k)\n    count(k - 1)\ncount(10)\n")]
    [InlineData("def fact(k):\n    if k == 0:\n        return 1\n    return k * fact(k - 1)\nprint(fact(100), n)\n")]
    [InlineData("def fib(k):\n    if k < 2:\n        return k\n    return fib(k - 1) + fib(k - 2)\nprint(fib(18), n)\n")]
    [InlineData("def gcd(a, b):\n    if b == 0:\n        return a\n    return gcd(b, a % b)\nprint(gcd(1071, 462), n)\n")]
    [InlineData("def hanoi(k, a, b, c):\n    if k == 0:\n        return\n    hanoi(k - 1, a, c, b)\n    print(a, b)\n    hanoi(k - 1, c, b, a)\nhanoi(10, 'a', 'b', n)\n")]
    [InlineData("memo = {}\ndef fib(k):\n    if k not in memo:\n        memo[k] = k if k < 2 else fib(k - 1) + fib(k - 2)\n    return memo[k]\nprint(fib(30), n)\n")]
    [InlineData("def perms(xs, k):\n    if k == len(xs):\n        print(xs)\n        return\n    for i in range(k, len(xs)):\n        xs[k], xs[i] = xs[i], xs[k]\n        perms(xs, k + 1)\n        xs[k], xs[i] = xs[i], xs[k]\nperms([1, 2, 3, n], 0)\n")]
    [InlineData("def power(b, e):\n    if e == 0:\n        return 1\n    half = power(b, e // 2)\n    if e % 2:\n        return half * half * b\n    return half * half\nprint(power(3, 100), n)\n")]
    [InlineData("def place(row, cols, size):\n    if row == size:\n        return 1\n    count = 0\n    for col in range(size):\n        if all(col != c and abs(col - c) != row - r for r, c in enumerate(cols)):\n            count += place(row + 1, cols + [col], size)\n    return count\nprint(place(0, [], 6), n)\n")]
    [InlineData("def subsets(xs, i, chosen):\n    if i == len(xs):\n        print(chosen)\n        return\n    subsets(xs, i + 1, chosen)\n    subsets(xs, i + 1, chosen + [xs[i]])\nsubsets([1, 2, n], 0, [])\n")]
    [InlineData("def tree(depth):\n    if depth == 0:\n        return None\n    return (tree(depth - 1), depth, tree(depth - 1))\nprint(tree(4), n)\n")]
    public void Ordinary_recursion_is_followed_to_its_end(string program)
    {
        var facts = Gather(program);

        facts.IsPartial.ShouldBeFalse();
        facts.Growths.Where(static growth => growth.Owner.Path is "kept").ShouldBeEmpty();
    }

    private static MemoryFacts Gather(string program) => MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(Begin + program), CancellationToken.None), CancellationToken.None);
}
