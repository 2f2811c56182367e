using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

/// <summary>Whether a file makes use of what it collects.</summary>
public sealed class ReadTests
{
    [Theory]
    [InlineData("")]
    [InlineData("rows.clear()")]
    [InlineData("del rows[0]")]
    [InlineData("rows[0] = 1")]
    [InlineData("rows = []")]
    public void What_only_grows_and_shrinks_is_never_read(string rest) => IsNeverRead(rest).ShouldBeTrue();

    [Theory]
    [InlineData("print(len(rows))")]
    [InlineData("last = rows.pop()")]
    [InlineData("for row in rows: pass")]
    [InlineData("first = rows[0]")]
    [InlineData("other = rows")]
    [InlineData("globals()['rows']")]
    [InlineData("def all_rows(): return rows")]
    public void What_is_looked_at_or_handed_on_is_read(string rest) => IsNeverRead(rest).ShouldBeFalse();

    [Fact]
    public void An_attribute_is_looked_for_by_its_name()
    {
        const string Program = """
            class Log:
                def __init__(self):
                    self.lines = []
                    self.times = {}

                def write(self, line):
                    self.lines.append([line])
                    self.times.setdefault(line, []).append([line])

                def last(self):
                    return self.lines[-1]


            log = Log()
            for number in range(100):
                log.write(number)
            """;

        var facts = Gather(Program);
        facts.First(fact => fact.Owner.Path == "log.lines").IsNeverRead.ShouldBeFalse();
        facts.First(fact => fact.Owner.Path == "log.times").IsNeverRead.ShouldBeTrue();
    }

    [Fact]
    public void Lists_in_a_dict_are_written_through_it()
    {
        Gather("""
            groups = {}
            for number in range(1_000):
                groups[number] = []
                groups[number].append([number])
            """).ShouldAllBe(fact => fact.IsNeverRead);
    }

    private static bool IsNeverRead(string rest) =>
        Gather($"rows = []\nfor number in range(1_000):\n    rows.append([number])\n{rest}\n").First().IsNeverRead;

    private static ImmutableArray<GrowthFact> Gather(string program) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None).Growths;
}
