using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

public sealed class RuleIndexTests
{
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    [Fact]
    public void The_index_of_rules_is_current()
    {
        var path = RepositoryFolder.Combine("docs", "rules.md");
        var now = RuleIndex.Print(RuleCatalogue.BuiltIn);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(path, now);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now, $"{UpdateVariable}=1 writes it anew");
    }
}
