using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

public sealed class KnownWrongAnswersTests
{
    private const string UpdateVariable = "LEAKLENS_UPDATE_BASELINES";

    [Fact]
    public void The_list_of_known_wrong_answers_is_current()
    {
        var path = RepositoryFolder.Combine("docs", "known-wrong-answers.md");
        var now = KnownWrongAnswers.Print(RuleCatalogue.BuiltIn);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(path, now);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(now, $"{UpdateVariable}=1 writes it anew");
    }

    [Fact]
    public void Each_says_why() =>
        KnownWrongAnswers.Print(RuleCatalogue.BuiltIn).Split('\n').Where(static line => line.EndsWith("|  |", StringComparison.Ordinal)).ShouldBeEmpty();
}
