using LeakLens.Engine;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Tests.Rules;

/// <summary>The story of examples/incident: what let one leak take a whole cluster, and that the fixes close it.</summary>
public sealed class IncidentTests
{
    [Theory]
    [InlineData("k8s/deployment.yaml", "LL801", "LL803")]
    [InlineData("Dockerfile", "LL803")]
    [InlineData("k8s/application.yaml")]
    [InlineData("kind.yaml")]
    public void The_fixes_make_the_files_pass(string file, params string[] rules)
    {
        var path = Path.Combine(RepositoryRoot.Path, "examples", "incident", file);
        var options = Reading.Options(path);
        var result = Analyzer.Analyze(SourceText.From(File.ReadAllText(path)), options);

        result.Findings.Select(finding => finding.Rule.Id).ShouldBe(rules);
        var after = FixRounds.Apply(result, options, _ => true, includeUnsafe: true, CancellationToken.None).Result;

        after.Findings.ShouldBeEmpty();
        after.Tree.Comments.Length.ShouldBe(result.Tree.Comments.Length);
    }
}
