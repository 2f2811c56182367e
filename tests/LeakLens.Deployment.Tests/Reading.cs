using System.Collections.Immutable;
using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Tests;

/// <summary>Texts in, findings out.</summary>
internal static class Reading
{
    /// <summary>The rules under test, with the thresholds that their folders have.</summary>
    public static readonly RuleSet Rules = new(
    [
        Rule("LL801", FindingLevel.Warning),
        Rule("LL802", FindingLevel.Error, ("python-bytes", 67108864)),
        Rule("LL803", FindingLevel.Note),
        Rule("LL804", FindingLevel.Warning, ("client-items", 65536)),
        Rule("LL805", FindingLevel.Warning, ("store-percent", 80), ("full-after-calls", 1000000)),
        Rule("LL806", FindingLevel.Note),
        Rule("LL001", FindingLevel.Note),
        Rule("LL002", FindingLevel.Note),
    ]);

    public static AnalysisResult Analyze(string path, string text, DeploymentFacts? facts = null) =>
        Analyzer.Analyze(SourceText.From(text), Options(path, facts));

    public static AnalysisOptions Options(string path, DeploymentFacts? facts = null) => new(Rules) { Language = new DeploymentLanguage(path, facts ?? DeploymentFacts.None) };

    /// <summary>Each as <c>line: rule level</c>, without those of the given rules.</summary>
    public static string Told(string path, string text, params ReadOnlySpan<string> without)
    {
        var left = without.ToArray();
        var source = SourceText.From(text);
        return string.Join('\n', Analyze(path, text).Findings.Where(finding => !left.Contains(finding.Rule.Id))
            .Select(finding => $"{source.Lines.GetLine(finding.Span.Start) + 1}: {finding.Rule.Id} {finding.Level}"));
    }

    /// <summary>The text after the first proven fix of a rule.</summary>
    public static string Fixed(string path, string text, string rule, DeploymentFacts? facts = null)
    {
        var result = Analyze(path, text, facts);
        var finding = result.Findings.First(finding => finding.Rule.Id == rule);
        var fix = FixFinder.Find(result, Options(path, facts), finding, CancellationToken.None).ShouldHaveSingleItem();
        fix.Applicability.ShouldBe(Applicability.Unsafe);
        return TextChange.Of(SourceText.From(text), fix.Edits).ShouldNotBeNull().Text.Text;
    }

    public static DeploymentFacts Facts(params (string Path, string Text)[] files) =>
        new(files.Select(file => DeploymentReader.Read(file.Path, SourceText.From(file.Text))), []);

    private static RuleDescriptor Rule(string id, FindingLevel level, params (string Name, double Value)[] thresholds) =>
        new(id, id.ToLowerInvariant(), "deployment", level, "", [], [], thresholds.ToDictionary(pair => pair.Name, pair => pair.Value).ToImmutableDictionary());
}
