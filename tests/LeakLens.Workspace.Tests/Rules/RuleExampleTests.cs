namespace LeakLens.Workspace.Tests.Rules;

/// <summary>The examples of a rule say of themselves what LeakLens finds in them.</summary>
public sealed class RuleExampleTests
{
    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Bad_functions_expect_the_rule_and_ok_functions_expect_nothing(string name)
    {
        var folder = new RuleFolder(name);
        var functions = ExpectationFile.Read(folder.GetPath("bad.py")).Functions();
        var bad = functions.Where(function => function.Name.EndsWith("_bad", StringComparison.Ordinal)).ToArray();
        var ok = functions.Where(function => function.Name.EndsWith("_ok", StringComparison.Ordinal)).ToArray();

        (bad.Length + ok.Length).ShouldBe(functions.Count, "every function ends in _bad or _ok");
        bad.Length.ShouldBeGreaterThanOrEqualTo(6);
        ok.Length.ShouldBeGreaterThanOrEqualTo(6);
        bad.ShouldAllBe(function => function.Rules.Contains(folder.Id));
        ok.ShouldAllBe(function => function.Rules.Count == 0);
    }
}
