using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>What is offered for a text, in the profile for people.</summary>
internal static class Offered
{
    public static readonly AnalysisOptions Options = new(RuleCatalogue.BuiltIn.RuleSet);

    /// <summary>The fixes of a kind, of all findings of the text.</summary>
    public static ImmutableArray<Fix> For(string text, string kind)
    {
        var result = Analyzer.Analyze(SourceText.From(text), Options);
        var finder = new FixFinder(result, Options);
        return [.. result.Findings.SelectMany(finding => finder.Find(finding, CancellationToken.None)).Where(fix => fix.Kind == kind)];
    }

    public static string Apply(string text, Fix fix) => TextChange.Of(SourceText.From(text), fix.Edits).ShouldNotBeNull().Text.Text;

    /// <summary>The first fix of the kind gives exactly this text, and says whether it keeps the meaning.</summary>
    public static void Check(string kind, Applicability applicability, string before, string after)
    {
        var fixes = For(before, kind);

        fixes.ShouldNotBeEmpty();
        fixes[0].Applicability.ShouldBe(applicability);
        (fixes[0].Review is null).ShouldBe(applicability is Applicability.Safe);
        Apply(before, fixes[0]).ShouldBe(after);
    }
}
