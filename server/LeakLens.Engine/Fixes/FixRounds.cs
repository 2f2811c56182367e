using System.Collections.Immutable;
using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Fixes;

/// <summary>
/// Makes fixes of one text, one after the other, until none is left. Each is proven against the text as the ones before have left it, so that
/// two fixes of one place cannot get into each other's way.
/// </summary>
public static class FixRounds
{
    /// <summary>A text with more than that gets the rest when it is asked again.</summary>
    private const int MostFixes = 500;

    /// <param name="isWanted">Findings that may be fixed.</param>
    /// <param name="includeUnsafe">Fixes that need review are made, too.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static FixedText Apply(AnalysisResult result, AnalysisOptions options, Func<Finding, bool> isWanted, bool includeUnsafe, CancellationToken cancellation)
    {
        var applied = ImmutableArray.CreateBuilder<AppliedFix>();
        var hopeless = new HashSet<(string Rule, int Start)>();
        while (applied.Count < MostFixes && Next(result, options, isWanted, includeUnsafe, hopeless, cancellation) is var (fix, changed))
        {
            hopeless = Map(hopeless, TextChange.Of(result.Tree.Text, fix.Fix.Edits));
            applied.Add(fix);
            result = changed;
        }

        return new FixedText(result, applied.ToImmutable());
    }

    private static (AppliedFix Fix, AnalysisResult Changed)? Next(
        AnalysisResult result, AnalysisOptions options, Func<Finding, bool> isWanted, bool includeUnsafe, HashSet<(string Rule, int Start)> hopeless, CancellationToken cancellation)
    {
        var finder = new FixFinder(result, options);
        foreach (var finding in result.Findings)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isWanted(finding) || hopeless.Contains((finding.Rule.Id, finding.Span.Start)))
            {
                continue;
            }

            foreach (var (fix, changed) in Verified(finder, finding, includeUnsafe, cancellation))
            {
                return (new AppliedFix(finding, fix), changed);
            }

            hopeless.Add((finding.Rule.Id, finding.Span.Start));
        }

        return null;
    }

    private static IEnumerable<(Fix Fix, AnalysisResult Changed)> Verified(FixFinder finder, Finding finding, bool includeUnsafe, CancellationToken cancellation)
    {
        var safe = finder.FindVerified(finding, includeUnsafe: false, cancellation);
        return includeUnsafe ? safe.Concat(finder.FindVerified(finding, includeUnsafe: true, cancellation)) : safe;
    }

    /// <summary>What could not be fixed before is not tried again: one fix more or less seldom helps another.</summary>
    private static HashSet<(string Rule, int Start)> Map(HashSet<(string Rule, int Start)> places, TextChange? change) =>
        change is null ? places : [.. places.Select(place => (place.Rule, change.Map(place.Start).Start))];
}
