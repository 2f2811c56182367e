using LeakLens.Engine.Findings;
using LeakLens.Engine.Taint;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL503: compressed data of somebody else's is unpacked, and nothing bounds what comes out.</summary>
internal sealed class DecompressionBombRule : TaintRule
{
    public override string Id => "LL503";

    protected override Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit)
    {
        // What a program downloads it chose; that the server means harm is another matter than size.
        if (hit.Origin.Trust is not TaintTrust.Remote)
        {
            return null;
        }

        return UncountedFinding.Of(rule, Least(FindingLevel.Error, hit.Sink?.Highest ?? FindingLevel.Error), hit.Node, $"{Subject(hit)} decides {hit.What}, and nothing bounds what comes out: a megabyte may unpack to a gigabyte",
            "Unpack with a limit, decompressobj().decompress(data, LIMIT), and refuse when something is left; of archives, add up what each entry really gives", "measured on zeros: zlib and gzip 1,027 times, zip 1,024, lzma 6,317, bz2 213,998");
    }
}
