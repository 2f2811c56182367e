using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Taint;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL501: a size, a count, a width or an exponent that somebody else decides, and nothing bounds.</summary>
internal sealed class SizeFromUntrustedInputRule : TaintRule
{
    public override string Id => "LL501";

    protected override Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit)
    {
        // Who runs the program may ask for much; that a text is repeated so often he is not told.
        var level = hit.Origin.Trust switch
        {
            TaintTrust.Remote => IsInOneFunction(context, hit) ? FindingLevel.Error : FindingLevel.Warning,
            TaintTrust.Local when hit.Amplification > 0 => FindingLevel.Warning,
            _ => FindingLevel.Note,
        };
        var consequence = hit.Origin.Trust is TaintTrust.Remote ? ": one message may take all memory" : string.Empty;
        return UncountedFinding.Of(rule, Least(level, hit.Sink?.Highest ?? level), hit.Node, $"{Subject(hit)} decides {hit.What}, and nothing bounds it{consequence}",
            "Compare it with a limit and raise when it is more, or take min(value, LIMIT)");
    }

    /// <summary>It comes in and is used in one function, and its parameters are its own.</summary>
    private static bool IsInOneFunction(RuleContext context, TaintHit hit) => context.Code.FunctionAround(hit.Node) is var function
        && (hit.Origin.Node is Parameter parameter ? function is FunctionDef definition && Origins.All(definition.Parameters).Contains(parameter) : ReferenceEquals(function, context.Code.FunctionAround(hit.Origin.Node)));
}
