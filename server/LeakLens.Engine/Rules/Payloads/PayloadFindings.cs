using System.Collections.Immutable;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Rules.Payloads;

/// <summary>What is found in code that a text hides is told where it is executed: that is the only place where it can be seen.</summary>
internal static class PayloadFindings
{
    private const int MostOfOne = 5;
    private const int LongestLine = 100;

    public static IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var payload in context.Payloads.Payloads)
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var inner in payload.Analysis.Findings.Where(static finding => finding.Level > FindingLevel.Note).OrderByDescending(static finding => finding.Level))
            {
                if (told.Count < MostOfOne && told.Add(inner.Rule.Id))
                {
                    yield return Tell(context, payload, inner);
                }
            }
        }
    }

    private static Finding Tell(RuleContext context, DecodedPayload payload, Finding inner)
    {
        var place = PlaceOf(payload, inner.Span);
        var signals = inner.Signals.Contains(Signal.HiddenCode) ? inner.Signals : inner.Signals.Add(Signal.HiddenCode);
        var related = ImmutableArray.CreateBuilder<RelatedPlace>();
        related.Add(new RelatedPlace(payload.Place, $"line {place.Line} of the code that this runs: {place.Code}") { Inside = place });
        foreach (var more in inner.Related)
        {
            var at = more.Inside ?? PlaceOf(payload, more.Span);
            related.Add(new RelatedPlace(payload.Place, $"line {at.Line} of the code that this runs: {more.Message}") { Inside = at });
        }

        return inner with
        {
            Level = context.Rules.Composition.Raise(inner.Level, signals, inner.Estimate),
            Span = payload.Place,
            Message = $"In the code that this runs: {inner.Message}",
            Related = related.ToImmutable(),
            Fixes = [],
            Signals = signals,
            Suppression = null,
        };
    }

    private static PayloadPlace PlaceOf(DecodedPayload payload, TextSpan span)
    {
        var position = payload.Code.GetPosition(span.Start, ColumnUnit.Utf32);
        var start = payload.Code.Lines.GetStart(position.Line);
        var line = payload.Code.Text[start..].Split('\n', 2)[0].Trim();
        return new PayloadPlace(payload.Name, position.Line + 1, position.Column + 1, line.Length > LongestLine ? line[..LongestLine] + "..." : line);
    }
}
