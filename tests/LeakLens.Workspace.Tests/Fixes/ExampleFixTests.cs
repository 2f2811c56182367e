using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Tests.Rules;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>Every fix of every example: the text parses, keeps its comments, has lost the finding and won none. What CPython says to it is in docs/fixes.md.</summary>
[Trait("Category", "Proof")]
public sealed class ExampleFixTests
{
    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Every_fix_does_what_a_fix_is_for(string name)
    {
        var folder = new RuleFolder(name);
        var options = folder.Options(RuleCatalogue.DefaultProfile);
        var text = SourceText.From(folder.Read(folder.ExampleFile));
        var result = Analyzer.Analyze(text, options);
        var finder = new FixFinder(result, options);
        var fixes = result.Findings.Select(finding => (Finding: finding, Fixes: finder.Find(finding, CancellationToken.None))).ToList();

        foreach (var (finding, fix) in fixes.SelectMany(pair => pair.Fixes.Select(fix => (pair.Finding, fix))))
        {
            Check(result, options, finding, fix);
        }

        var own = fixes.Where(pair => pair.Finding.Rule.Id == folder.Id).SelectMany(pair => pair.Fixes).ToList();
        var availability = RuleCatalogue.BuiltIn.Find(folder.Id)!.Fix;
        (own.Count > 0).ShouldBe(availability is not FixAvailability.None);
        own.Exists(fix => fix.Applicability is Applicability.Safe).ShouldBe(availability is FixAvailability.Safe);
    }

    [Theory]
    [MemberData(nameof(RuleFolder.Names), MemberType = typeof(RuleFolder))]
    public void Safe_fixes_applied_again_change_nothing(string name)
    {
        var folder = new RuleFolder(name);
        var options = folder.Options(RuleCatalogue.DefaultProfile);
        var result = Analyzer.Analyze(SourceText.From(folder.Read(folder.ExampleFile)), options);

        var once = FixRounds.Apply(result, options, _ => true, includeUnsafe: false, CancellationToken.None);

        FixRounds.Apply(once.Result, options, _ => true, includeUnsafe: false, CancellationToken.None).Applied.ShouldBeEmpty();
        once.Result.Tree.Errors.ShouldBeEmpty();
        once.Result.Findings.Length.ShouldBeLessThanOrEqualTo(result.Findings.Length - once.Applied.Length);
    }

    private static void Check(AnalysisResult before, AnalysisOptions options, Finding finding, Fix fix)
    {
        var change = TextChange.Of(before.Tree.Text, fix.Edits).ShouldNotBeNull();
        var after = Analyzer.Analyze(change.Text, options);
        var label = $"{finding.Rule.Id}: {fix.Label}";

        after.Tree.Errors.ShouldBeEmpty(label);
        after.Findings.Length.ShouldBeLessThan(before.Findings.Length, label);
        var place = change.Map(finding.Span.Start);
        after.Findings.ShouldNotContain(other => other.Rule.Id == finding.Rule.Id && other.Message == finding.Message && other.Span.Start >= place.Start && other.Span.Start <= place.End, label);
        (fix.Review is null).ShouldBe(fix.Applicability is Applicability.Safe, label);
        if (fix.Kind.Length > 0)
        {
            CommentsOf(before.Tree).ShouldBeSubsetOf(CommentsOf(after.Tree), label);
        }
    }

    /// <summary>Each with how many of its text come before it: two that are alike are two.</summary>
    private static IEnumerable<string> CommentsOf(SyntaxTree tree)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var comment in tree.Comments)
        {
            var text = tree.Text.Text[comment.Start..comment.End].TrimEnd();
            seen[text] = seen.GetValueOrDefault(text) + 1;
            yield return $"{text} {seen[text]}";
        }
    }
}
