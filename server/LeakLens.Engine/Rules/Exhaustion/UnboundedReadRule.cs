using System.Globalization;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Taint;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL502: all that somebody sends is taken into memory, however much it is.</summary>
internal sealed class UnboundedReadRule : TaintRule
{
    public override string Id => "LL502";

    protected override Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit)
    {
        // What is told where it is read is not told again where it is parsed.
        if (hit.Sink?.Kind is TaintSinkKind.Parse && context.Taint.Any(other => other.Rule is "LL502" && other.Sink?.Kind is not TaintSinkKind.Parse && ReferenceEquals(other.Node, hit.Origin.Node)))
        {
            return null;
        }

        var level = hit.Origin.Trust is TaintTrust.Remote ? Least(FindingLevel.Warning, hit.Sink?.Highest ?? FindingLevel.Warning) : FindingLevel.Note;
        // Nearly every program reads what the servers that it asks answer: that they may answer too much is not worth a word each time.
        if (hit.Origin.Trust is TaintTrust.Local || (hit.Origin.Trust is TaintTrust.Peer && hit.Facet is TaintFacets.Long && hit.Sink?.Kind is not TaintSinkKind.Parse))
        {
            return null;
        }

        var times = hit.Amplification > 0 ? string.Create(CultureInfo.InvariantCulture, $", and what it is parsed into may take {hit.Amplification:0} times as much") : string.Empty;
        var message = hit.Facet switch
        {
            TaintFacets.Big => $"{Subject(hit)} decides how much is read at once, and nothing bounds it{times}",
            _ when hit.Sink?.Kind is TaintSinkKind.Parse => $"{Subject(hit)} may be of any length: parsed, it takes up to {hit.Amplification.ToString("0", CultureInfo.InvariantCulture)} times as much memory",
            _ => $"{Subject(hit)} is read into memory whole, however large it is{times}",
        };
        return UncountedFinding.Of(rule, level, hit.Node, message, "Read at most LIMIT + 1 bytes and refuse when there are more, or work on it in pieces");
    }
}
