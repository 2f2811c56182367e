using System.Text.RegularExpressions;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>What <c>docs/extending.md</c> shows of rules works, and finds what it says.</summary>
public sealed partial class ExtendingPageTests : IDisposable
{
    private readonly RuleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_example_finds_what_it_says()
    {
        var page = Section();
        foreach (Match block in NamedBlock().Matches(page))
        {
            _project.Write(block.Groups["name"].Value, block.Groups["text"].Value);
        }

        var (file, finding) = _project.Scan().Files.SelectMany(static file => file.Findings.Select(finding => (file, finding))).ShouldHaveSingleItem();
        file.Path.ShouldBe("app/handlers/users.py");
        page.ShouldContain($"\n{JsonNames.Of(finding.Level)}[{finding.Rule.Id}]: {finding.Message}\n");
    }

    [Fact]
    public void All_rules_on_it_are_right()
    {
        var rules = JsonBlock().Matches(Section()).Select(static block => block.Groups["text"].Value).ToList();
        for (var number = 0; number < rules.Count; number++)
        {
            _project.Write($"rules/{number}/rule.json", rules[number]);
        }

        _project.Configure().Catalogue.Own.Select(static rule => rule.Id).ShouldBe(["APP001", "APP002", "APP003"]);
    }

    private static string Section()
    {
        var page = File.ReadAllText(RepositoryFolder.Combine("docs", "extending.md"));
        return page[page.IndexOf("## Rules of your own", StringComparison.Ordinal)..];
    }

    [GeneratedRegex("\n`(?<name>[a-z/-]+[.](json|py))`:\n\n```[a-z]+\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedBlock();

    [GeneratedRegex("```json\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonBlock();
}
