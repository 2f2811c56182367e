using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

/// <summary>Whether what piles up refers to itself in rings.</summary>
public sealed class CycleTests
{
    private const string Node = """
        class Node:
            def __init__(self, other=None):
                self.other = other
                self.kept = []

        root = Node()
        kept = []

        """;

    [Theory]
    [InlineData("a = Node()\n    b = Node(a)\n    a.other = b\n    kept.append(a)")]
    [InlineData("a = Node()\n    a.other = a\n    kept.append(a)")]
    [InlineData("a = Node()\n    a.kept.append(a)\n    kept.append(a)")]
    [InlineData("row = []\n    row.append(row)\n    kept.append(row)")]
    [InlineData("root.kept.append(Node(root))")]
    [InlineData("kept.append(make())")]
    public void Rings_are_seen(string body) => HasRing(body).ShouldBeTrue();

    [Theory]
    [InlineData("kept.append(Node(Node()))")]
    [InlineData("kept.append([[number]])")]
    [InlineData("kept.append(Node(root))")]
    [InlineData("kept.append(lambda: number)")]
    [InlineData("import weakref\n    a = Node()\n    a.other = weakref.ref(a)\n    kept.append(a)")]
    public void What_goes_one_way_only_is_no_ring(string body) => HasRing(body).ShouldBeFalse();

    private static bool HasRing(string body)
    {
        const string Closure = "def make():\n    def inner():\n        return inner\n    return inner\n\n";
        var text = $"{Node}\n{Closure}for number in range(1000):\n    {body}\n";
        var facts = MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(text)), CancellationToken.None);
        facts.Growths.ShouldNotBeEmpty();
        return facts.Growths.Any(static growth => growth.Content.HasCycle);
    }
}
