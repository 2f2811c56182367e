using System.Collections.Immutable;
using System.Text;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>Rules that somebody wrote by throwing dice: each is told to be wrong or is in force, and none makes anything fail.</summary>
public sealed class HostileRuleTests : IDisposable
{
    private const int Rounds = 200;

    private const string Program = """
        import app
        kept = []
        table = {'\x1b[31m': []}
        def entry(x, y):
            kept.append((x, y))
            table['\x1b[31m'].append(y)
            file = open(x)
            if y:
                return file.read()
            file.close()
        class Service:
            def __init__(self):
                self.file = open('x')
        for i in range(3000):
            kept.append('x' * 100 + str(i))
            entry(i, kept)
        text = 'x' * 50_000_000
        """;

    private readonly RuleProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Two_hundred_rules_by_dice()
    {
        _project.Write("src/app/handlers.py", Program);
        var sound = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var dice = new RuleDice(seed);
            sound += IsSound(dice.Next(seed)) ? 1 : 0;
        }

        // Dice that only write nonsense would prove little.
        sound.ShouldBeInRange(Rounds / 5, Rounds - (Rounds / 5));
    }

    [Fact]
    public void All_that_are_right_of_two_hundred_at_once()
    {
        _project.Write("src/app/handlers.py", Program);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var text = new RuleDice(seed).Next(seed);
            _project.Write($"rules/{seed}/rule.json", text);
            if (Problems() is { } problems)
            {
                problems.ShouldAllBe(static problem => problem.Line > 0 && problem.Column > 0);
                _project.Write($"rules/{seed}/rule.json", $$"""{ "id": "DICE{{seed:000}}", "name": "by-dice-{{seed}}", "summary": "s", "when": { "fact": "growth" }, "message": "{name}" }""");
            }
        }

        var findings = _project.Scan().Files.Single().Findings.Where(RuleProject.IsOwn).ToList();
        findings.Count.ShouldBeGreaterThan(Rounds);
        findings.ShouldAllBe(static finding => finding.Message.Length < 700);
    }

    private bool IsSound(string text)
    {
        _project.Write("rules/one/rule.json", text);
        if (Problems() is not null)
        {
            return false;
        }

        var report = _project.Scan();
        report.AllProblems.ShouldBeEmpty();
        foreach (var finding in report.Files.Single().Findings.Where(RuleProject.IsOwn))
        {
            finding.Message.EnumerateRunes().ShouldAllBe(static rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !DisplayWidth.IsUnsafe(rune));
        }

        foreach (var rule in _project.Configure().Catalogue.Own)
        {
            RuleCatalogue.PageOf(rule).GetSection("What it does").ShouldNotBeEmpty();
        }

        return true;
    }

    private ImmutableArray<ConfigurationError>? Problems()
    {
        try
        {
            _project.Configure();
            return null;
        }
        catch (ConfigurationException exception)
        {
            return exception.Errors;
        }
    }
}
