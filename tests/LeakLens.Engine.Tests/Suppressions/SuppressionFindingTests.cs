using System.Diagnostics;
using System.Text;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Tests.Suppressions;

/// <summary>What is said about suppressions themselves, and what their fix leaves of the text.</summary>
public sealed class SuppressionFindingTests
{
    [Theory]
    [InlineData("x = 1  # leaklens: ignore[LL101]\ny = 2\n", "LL001", "This suppresses nothing: LL101", "x = 1\ny = 2\n")]
    [InlineData("x = 1\t# leaklens: ignore[LL101]  # a reason with #42 in it\ny = 2\n", "LL001", "This suppresses nothing: LL101", "x = 1\ny = 2\n")]
    [InlineData("x = 1  # leaklens: ignore[LL101]  # type: ignore\n", "LL001", "This suppresses nothing: LL101", "x = 1  # type: ignore\n")]
    [InlineData("x = 1  # type: ignore  # leaklens: ignore[LL101]\n", "LL001", "This suppresses nothing: LL101", "x = 1  # type: ignore\n")]
    [InlineData("# leaklens: ignore[LL101]\nx = 1\n", "LL001", "This suppresses nothing: LL101", "x = 1\n")]
    [InlineData("if x:\n    # leaklens: ignore[LL101]\n    y = 1\n", "LL001", "This suppresses nothing: LL101", "if x:\n    y = 1\n")]
    [InlineData("x = 1\r\n# leaklens: file-ignore[LL101]\r\ny = 2\r\n", "LL001", "This suppresses nothing: LL101", "x = 1\r\ny = 2\r\n")]
    [InlineData("x = 1\n# leaklens: file-ignore[LL101]", "LL001", "This suppresses nothing: LL101", "x = 1")]
    [InlineData("# leaklens: file-ignore[LL101]", "LL001", "This suppresses nothing: LL101", "")]
    [InlineData("x = 1  # leaklens: ignore[LL101, LL401]\n", "LL001", "This suppresses nothing: LL101 and LL401", "x = 1\n")]
    [InlineData("x = 1  # noqa: E501, LL101\n", "LL001", "This suppresses nothing: LL101", "x = 1  # noqa: E501\n")]
    [InlineData("x = 1  # noqa: LL101, E501\n", "LL001", "This suppresses nothing: LL101", "x = 1  # noqa: E501\n")]
    [InlineData("x = 1  # noqa: LL101\n", "LL001", "This suppresses nothing: LL101", "x = 1\n")]
    [InlineData("x = 1  # noqa: E501, LL101, LL401, W1\n", "LL001", "This suppresses nothing: LL101 and LL401", "x = 1  # noqa: E501, W1\n")]
    [InlineData("x = 1  # noqa: LL101, E501, LL401\n", "LL001", "This suppresses nothing: LL101 and LL401", "x = 1  # noqa: E501\n")]
    [InlineData("# leaklens: enable[LL101]\nx = 1\n", "LL001", "Nothing was disabled that this enables: LL101", "x = 1\n")]
    [InlineData("x = 1  # leaklens: allow-large-allocation -- was one\n", "LL001", "No large allocation is found here", "x = 1\n")]
    [InlineData("x = 1  # leaklens: ignore[LL999]\n", "LL002", "There is no rule 'LL999'", "x = 1\n")]
    [InlineData("x = 1  # leaklens: ignore[\u202eevil]\n", "LL002", "There is no rule of that name", "x = 1\n")]
    [InlineData("x = 1  # noqa: LL999, E501\n", "LL002", "There is no rule 'LL999'", "x = 1  # noqa: E501\n")]
    [InlineData("x = 1  # leaklens: ignore\n", "LL002", "The rules that are meant are missing: they stand in brackets, as in `ignore[LL101]`", "x = 1\n")]
    [InlineData("x = 1  # leaklens: ignore[]\n", "LL002", "The brackets are empty: they name the rules that are meant, as in `ignore[LL101]`", "x = 1\n")]
    [InlineData("x = 1  # leaklens: skip[LL101]\n", "LL002", "`skip` is nothing that can be asked for; there are ignore, disable, enable, file-ignore and allow-large-allocation", "x = 1\n")]
    [InlineData("x = 1  # leaklens:\n", "LL002", "Nothing is asked for here; `# leaklens: ignore[LL101]` is how to accept a finding", "x = 1\n")]
    public void It_is_told_and_its_fix_removes_it(string program, string rule, string message, string mended)
    {
        var finding = SuppressionSample.Analyze(program).Findings.ShouldHaveSingleItem();

        (finding.Rule.Id, finding.Message, finding.Level).ShouldBe((rule, message, FindingLevel.Note));
        Apply(program, finding).ShouldBe(mended);
        SuppressionSample.Analyze(Apply(program, finding)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_allowance_without_a_reason_is_told_and_has_no_fix()
    {
        var finding = SuppressionSample.Analyze("x = 1  # leaklens: allow-large-allocation\n").Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("LL003");
        finding.Fixes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x = 1  # noqa: B999\n")]
    [InlineData("x = 1  # noqa\n")]
    [InlineData("x = 1  # leaklens: ignore[LL101]\ny = = 2\n")]
    [InlineData("x = 1  # leaklens: ignore[LL001, LL101]\n")]
    [InlineData("# leaklens: file-ignore[unused-suppression]\nx = 1  # leaklens: ignore[LL101]\n")]
    public void Nothing_is_said(string program) => SuppressionSample.Analyze(program).Findings.ShouldBeEmpty();

    [Fact]
    public void Of_a_rule_that_is_off_nothing_is_said() =>
        SuppressionSample.Analyze("x = 1  # leaklens: ignore[LL101]\n", off: "LL101").Findings.ShouldBeEmpty();

    [Fact]
    public void A_name_that_is_needed_stays()
    {
        const string Program = "KEPT = []\nfor _ in range(20):\n    KEPT.append('x' * 65536)  # leaklens: ignore[LL401, LL101]  # why\n";
        var finding = SuppressionSample.Analyze(Program).Findings.ShouldHaveSingleItem();

        finding.Message.ShouldBe("This suppresses nothing: LL401");
        Apply(Program, finding).ShouldEndWith("# leaklens: ignore[LL101]  # why\n");
    }

    [Fact]
    public void A_range_ends_for_each_rule_by_itself()
    {
        var result = SuppressionSample.Analyze("KEPT = []\n# leaklens: disable[LL101, LL401]\nfor _ in range(20):\n    KEPT.append('x' * 65536)\n# leaklens: enable[LL101]\nMORE = []\nfor _ in range(20):\n    MORE.append('x' * 65536)\n");

        SuppressionSample.Describe(result, result.Findings).ShouldBe(["2: LL001", "8: LL101"]);
        SuppressionSample.Describe(result, result.Suppressed).ShouldBe(["4: LL101"]);
    }

    [Fact]
    public void Hostile_comments_cost_no_more_than_their_length()
    {
        var program = new StringBuilder("KEPT = []\nfor _ in range(20):\n    KEPT.append('x' * 65536)\n");
        for (var i = 0; i < 20_000; i++)
        {
            program.Append("# leaklens: disable[LL101\n# leaklens: disable[LL101] # leaklens: ignore[x,y,,z] ### noqa:LL101\n");
        }

        program.Append('#').Append("# leaklens: ", 0, 12).Append(new string('[', 100_000)).Append(new string('#', 200_000)).Append('\n');
        var started = Stopwatch.StartNew();
        SuppressionSample.Analyze(program.ToString()).Findings.Length.ShouldBeGreaterThan(2000);

        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string Apply(string program, Finding finding)
    {
        foreach (var edit in finding.Fixes.ShouldHaveSingleItem().Edits.OrderByDescending(edit => edit.Span.Start))
        {
            program = program[..edit.Span.Start] + edit.NewText + program[edit.Span.End..];
        }

        return program;
    }
}
