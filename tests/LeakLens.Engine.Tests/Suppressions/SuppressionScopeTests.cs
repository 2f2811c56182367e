using LeakLens.Engine.Suppressions;

namespace LeakLens.Engine.Tests.Suppressions;

/// <summary>Which code a comment is about.</summary>
public sealed class SuppressionScopeTests
{
    private const string Grow = "KEPT.append('x' * 65536)";

    [Theory]
    [InlineData($"    {Grow}  # leaklens: ignore[LL101]", SuppressionKind.Line)]
    [InlineData($"    {Grow}  # LeakLens:ignore[ loop-accumulation ,LL401]", SuppressionKind.Line)]
    [InlineData("    KEPT.append(\n        'x' * 65536  # leaklens: ignore[LL101]\n    )", SuppressionKind.Line)]
    [InlineData("    KEPT.append(\n        'x' * 65536\n    )  # leaklens: ignore[LL101]", SuppressionKind.Line)]
    [InlineData($"    _ = (\n        {Grow},\n        None,\n    )  # leaklens: ignore[LL101]", SuppressionKind.Line)]
    [InlineData($"    # leaklens: ignore[LL101]\n    {Grow}", SuppressionKind.Statement)]
    [InlineData($"    # leaklens: ignore[LL101]\n    # more about it\n    {Grow}", SuppressionKind.Statement)]
    [InlineData($"    # leaklens: ignore[LL101]\n    if True:\n        pass\n        {Grow}", SuppressionKind.Statement)]
    [InlineData($"    # leaklens: disable[LL101]\n    {Grow}\n    # leaklens: enable[LL101]", SuppressionKind.Range)]
    [InlineData($"    {Grow}  # leaklens: disable[LL101]", SuppressionKind.Range)]
    [InlineData($"    {Grow}\n# leaklens: file-ignore[LL101]", SuppressionKind.File)]
    [InlineData($"    {Grow}  # noqa: LL101", SuppressionKind.Noqa)]
    [InlineData($"    {Grow}  # NOQA:E501,LL101", SuppressionKind.Noqa)]
    [InlineData($"    {Grow}  # type: ignore  # noqa: B999 and why", SuppressionKind.Noqa)]
    [InlineData($"    {Grow}  # leaklens: allow-large-allocation -- measured", SuppressionKind.Allowance)]
    [InlineData($"    # leaklens: allow-large-allocation -- measured\n    {Grow}", SuppressionKind.Allowance)]
    [InlineData($"    {Grow}  # leaklens: file-ignore[LL101] # leaklens: ignore[LL101]", SuppressionKind.Line)]
    public void It_is_accepted(string body, SuppressionKind kind)
    {
        var result = SuppressionSample.Analyze($"KEPT = []\nfor _ in range(20):\n{body}\n");

        result.Findings.Where(finding => finding.Rule.Id == "LL101").ShouldBeEmpty();
        result.Suppressed.ShouldHaveSingleItem().Suppression.ShouldNotBeNull().Kind.ShouldBe(kind);
        result.Verdict.ShouldBe(Findings.Verdict.Allow);
    }

    [Theory]
    [InlineData($"    {Grow}\n    pass  # leaklens: ignore[LL101]")]
    [InlineData($"    pass  # leaklens: ignore[LL101]\n    {Grow}")]
    [InlineData($"    # leaklens: ignore[LL101]\n\n    {Grow}")]
    [InlineData($"    # leaklens: ignore[LL101]\n    pass\n    {Grow}")]
    [InlineData("    KEPT.append([  # leaklens: ignore[LL401]\n        'x' * 65536,\n    ])")]
    [InlineData($"    if True:  # leaklens: ignore[LL101]\n        {Grow}")]
    [InlineData($"    # leaklens: disable[LL101]\n    # leaklens: enable[loop-accumulation]\n    {Grow}")]
    [InlineData($"    {Grow}\n    # leaklens: disable[LL101]")]
    [InlineData($"    {Grow}  # leaklens: ignore[LL401]")]
    [InlineData($"    {Grow}  # leaklens: ignore")]
    [InlineData($"    {Grow}  # leaklens: ignore[LL1]")]
    [InlineData($"    {Grow}  # leaklens: ignore[ALL]")]
    [InlineData($"    {Grow}  # noqa")]
    [InlineData($"    {Grow}  # noqa: E501")]
    [InlineData($"    {Grow}  # noqa: because LL101 is wrong")]
    [InlineData($"    # noqa: LL101\n    {Grow}")]
    [InlineData($"    {Grow}  # ignore[LL101]")]
    [InlineData($"    {Grow}; '# leaklens: ignore[LL101]'")]
    [InlineData($"    {Grow}  # leaklens: allow-large-allocation")]
    [InlineData($"    {Grow}  # leaklens: allow-large-allocation --  ")]
    public void It_is_told(string body) =>
        SuppressionSample.Analyze($"KEPT = []\nfor _ in range(20):\n{body}\n").Findings.Select(finding => finding.Rule.Id).ShouldContain("LL101");

    [Theory]
    [InlineData("KEPT = []\nwhile True:\n    KEPT.append('x' * 65536)  # leaklens: allow-large-allocation -- no number\n")]
    [InlineData("KEPT = []\ndef f():\n    for _ in range(20):\n        KEPT.append('x' * 65536)  # leaklens: allow-large-allocation -- with every call\n")]
    public void An_allowance_is_for_amounts(string program) =>
        SuppressionSample.Analyze(program).Findings.Select(finding => finding.Rule.Id).ShouldContain("LL101");

    [Fact]
    public void A_decorated_function_is_one_statement()
    {
        var result = SuppressionSample.Analyze("KEPT = []\ndef same(f):\n    return f\n# leaklens: ignore[LL101]\n@same\n@same\ndef f():\n    for _ in range(20):\n        KEPT.append('x' * 65536)\n");

        result.Findings.ShouldBeEmpty();
        result.Suppressed.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("  # leaklens: ignore[LL101]  # closed by the reaper", "closed by the reaper")]
    [InlineData("  # leaklens: ignore[LL101] closed by the reaper", "closed by the reaper")]
    [InlineData("  # leaklens: ignore[LL101] -- see #42", "see #42")]
    [InlineData("  # leaklens: ignore[LL101]: closed  # type: ignore", "closed")]
    [InlineData("  # leaklens: ignore[LL101]  # note: closed", "note: closed")]
    [InlineData("  # leaklens: ignore[LL101]", null)]
    [InlineData("  # leaklens: ignore[LL101] #", null)]
    [InlineData("  # noqa: LL101  # closed", null)]
    [InlineData("  # leaklens: allow-large-allocation -- 4 GiB machine", "4 GiB machine")]
    public void What_stands_behind_is_the_justification(string comment, string? expected) =>
        SuppressionSample.Analyze($"KEPT = []\nfor _ in range(20):\n    {Grow}{comment}\n").Suppressed.ShouldHaveSingleItem().Suppression.ShouldNotBeNull().Justification.ShouldBe(expected);

    [Fact]
    public void Code_that_nobody_trusts_accepts_nothing()
    {
        var result = SuppressionSample.Analyze($"KEPT = []\nfor _ in range(20):\n    {Grow}  # leaklens: ignore[LL101]\n", options => options with { HonoursComments = false });

        SuppressionSample.Describe(result, result.Findings).ShouldBe(["3: LL101"]);
    }

    [Fact]
    public void A_run_can_accept_amounts()
    {
        var result = SuppressionSample.Analyze(
            $"KEPT = []\nfor _ in range(20):\n    {Grow}\nMORE = []\nwhile True:\n    MORE.append('x' * 65536)\n", options => options with { Allowance = "nightly batch", HonoursComments = false });

        SuppressionSample.Describe(result, result.Findings).ShouldBe(["6: LL101"]);
        result.Suppressed.ShouldHaveSingleItem().Suppression.ShouldBe(new Suppression(SuppressionKind.Run, "nightly batch", Comment: null));
    }
}
