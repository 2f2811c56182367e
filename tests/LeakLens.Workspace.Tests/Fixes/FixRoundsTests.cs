using LeakLens.Engine;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>Several fixes of one file, and what happens when they are asked for again.</summary>
public sealed class FixRoundsTests
{
    private const string Program = """
        import json

        ROWS = []


        def read(path):
            return json.load(open(path))


        def first(path):
            return open(path).readline()


        for number in range(2_000):
            ROWS.append([number] * 50)
        """;

    [Fact]
    public void Only_what_keeps_the_meaning_is_made_unless_more_is_asked_for()
    {
        Apply(Program, includeUnsafe: false).Applied.Select(applied => applied.Finding.Rule.Id).ShouldBe(["LL408", "LL408"]);
        Apply(Program, includeUnsafe: true).Applied.Select(applied => applied.Finding.Rule.Id).ShouldBe(["LL408", "LL408", "LL101"], ignoreOrder: true);
    }

    [Fact]
    public void Asked_again_nothing_changes()
    {
        var once = Apply(Program, includeUnsafe: true).Result.Tree.Text.Text;

        Apply(once, includeUnsafe: true).Applied.ShouldBeEmpty();
    }

    [Fact]
    public void Findings_that_nobody_wants_fixed_stay()
    {
        var text = SourceText.From(Program);

        FixRounds.Apply(Analyzer.Analyze(text, Offered.Options), Offered.Options, finding => finding.Rule.Id == "LL101", includeUnsafe: true, CancellationToken.None)
            .Applied.ShouldHaveSingleItem().Fix.Kind.ShouldBe("bounded-deque");
    }

    [Fact]
    public void It_can_be_called_off()
    {
        var result = Analyzer.Analyze(SourceText.From(Program), Offered.Options);

        Should.Throw<OperationCanceledException>(() => FixRounds.Apply(result, Offered.Options, _ => true, includeUnsafe: true, new CancellationToken(canceled: true)));
    }

    private static FixedText Apply(string text, bool includeUnsafe) =>
        FixRounds.Apply(Analyzer.Analyze(SourceText.From(text), Offered.Options), Offered.Options, _ => true, includeUnsafe, CancellationToken.None);
}
