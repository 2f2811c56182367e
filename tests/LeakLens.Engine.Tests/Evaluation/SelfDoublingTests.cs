using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>Functions that call themselves twice: what they come to is known without making all their calls.</summary>
public sealed class SelfDoublingTests
{
    private const long Much = 200_000_000;

    [Theory]
    [InlineData("def f(k):\n    if k == 0:\n        return [0]\n    left = f(k - 1)\n    right = f(k - 1)\n    return left + right\nrows = f(26)\n")]
    public void A_list_that_doubles_with_every_call_is_told_as_large(string program) =>
        Gather(program).Allocations.ShouldContain(allocation => allocation.Bytes.High > Much);

    [Theory]
    [InlineData("def f(k):\n    if k == 0:\n        return 'ab'\n    return f(k - 1) + f(k - 1)\ntext = f(6)\n")]
    [InlineData("def fib(k):\n    return k if k < 2 else fib(k - 1) + fib(k - 2)\nprint(fib(35))\n")]
    public void What_stays_small_is_not_told(string program)
    {
        var facts = Gather(program);

        facts.Allocations.ShouldBeEmpty();
        facts.Growths.ShouldBeEmpty();
        facts.IsPartial.ShouldBeFalse();
    }

    /// <summary>The two halves of a tree are two objects. The bytes are those of <c>tracemalloc</c> under CPython 3.11.</summary>
    [Fact]
    public void What_holds_the_answers_holds_each_of_them() =>
        Claims.Check(1_048_720, "def build(depth):\n    if depth == 0:\n        return (depth, None, None)\n    left = build(depth - 1)\n    right = build(depth - 1)\n    return (depth, left, right)\nroot = build(13)\n");

    /// <summary>What each call does beside its answer happens as often as it is called.</summary>
    [Theory]
    [InlineData("kept = []\ndef f(k):\n    kept.append(k)\n    if k == 0:\n        return 1\n    return f(k - 1) + f(k - 1)\nf(10)\n")]
    [InlineData("kept = []\ndef f(k, xs=kept):\n    xs += [k]\n    if k == 0:\n        return 1\n    return f(k - 1) + f(k - 1)\nf(10)\n")]
    public void What_is_kept_on_the_way_counts_for_each_call(string program) =>
        Gather(program).Growths.ShouldHaveSingleItem().Times.High.ShouldBeInRange(2_046, 2_047);

    /// <summary>The program decides all of it, in more steps than are allowed: how large it becomes nobody knows, and that is said.</summary>
    [Theory]
    [InlineData("def search(items, start, chosen, found):\n    found.append(chosen[:])\n    for i in range(start, len(items)):\n        chosen.append(items[i])\n        search(items, i + 1, chosen, found)\n        chosen.pop()\nfound = []\nsearch(list(range(20)), 0, [], found)\n", true)]
    [InlineData("def search(items, start, chosen, found):\n    found.append(chosen[:])\n    for i in range(start, len(items)):\n        chosen.append(items[i])\n        search(items, i + 1, chosen, found)\n        chosen.pop()\nfound = []\nsearch(list(range(6)), 0, [], found)\n", false)]
    [InlineData("total = 0\nfor i in range(3_000):\n    for j in range(3_000):\n        total += i * j % 7\nprint(total)\n", false)]
    public void What_takes_too_much_to_be_followed_is_partial_where_something_grows(string program, bool isPartial) =>
        Gather(program).IsPartial.ShouldBe(isPartial);

    private static MemoryFacts Gather(string program) => MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None);
}
