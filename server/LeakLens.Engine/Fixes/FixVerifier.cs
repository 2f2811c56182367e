using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Kinds.Growths;

namespace LeakLens.Engine.Fixes;

/// <summary>Makes a fix in memory and analyses what it gives. A fix is good if its finding is gone and nothing new has come.</summary>
internal sealed class FixVerifier
{
    private readonly AnalysisResult _before;
    private readonly AnalysisOptions _options;

    public FixVerifier(AnalysisResult before, AnalysisOptions options) => (_before, _options) = (before, options);

    /// <summary>What the analysis says about the changed text; null for a fix that is not good.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public AnalysisResult? Verify(Fix fix, Finding finding, CancellationToken cancellation)
    {
        if (fix.Edits.IsEmpty || TextChange.Of(_before.Tree.Text, fix.Edits) is not { } change || string.Equals(change.Text.Text, _before.Tree.Text.Text, StringComparison.Ordinal))
        {
            return null;
        }

        var after = Analyzer.Analyze(change.Text, _options, cancellation);
        return after.Tree.Errors.Length <= _before.Tree.Errors.Length && (_before.IsPartial || !after.IsPartial) && IsBetter(change, after, finding) ? after : null;
    }

    /// <summary>Every finding of the changed text was there before, in its place, and the one to be fixed is none of them.</summary>
    private bool IsBetter(TextChange change, AnalysisResult after, Finding @fixed)
    {
        var old = _before.Findings.Where(finding => !ReferenceEquals(finding, @fixed)).Concat(_before.Suppressed).ToList();
        foreach (var finding in after.Findings)
        {
            var same = old.FindIndex(before => IsSame(change, before, finding));
            if (same >= 0)
            {
                old.RemoveAt(same);
            }
            else if (!IsRestOf(change, @fixed, finding))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Neither message nor level is part of it: they tell numbers, and numbers may change. Which rule tells a growth depends on them, too.</summary>
    private static bool IsSame(TextChange change, Finding before, Finding after)
    {
        if (!string.Equals(before.Rule.Id, after.Rule.Id, StringComparison.Ordinal) && !(IsGrowth(before) && IsGrowth(after)))
        {
            return false;
        }

        var place = change.Map(before.Span.Start);
        return after.Span.Start >= place.Start && after.Span.Start <= place.End;
    }

    /// <summary>Whose fix bounds nothing leaves the growth itself, which other rules matched before and tell now: less than it was.</summary>
    private static bool IsRestOf(TextChange change, Finding @fixed, Finding after) =>
        !GrowthKinds.Bounded.Contains(@fixed.Rule.Id, StringComparer.Ordinal) && @fixed.AlsoMatches.Contains(after.Rule.Id, StringComparer.Ordinal) && after.Level < @fixed.Level
        && change.Map(@fixed.Span.Start) is var place && after.Span.Start >= place.Start && after.Span.Start <= place.End;

    private static bool IsGrowth(Finding finding) => finding.Estimate is not null && GrowthKinds.Rules.Contains(finding.Rule.Id, StringComparer.Ordinal);
}
