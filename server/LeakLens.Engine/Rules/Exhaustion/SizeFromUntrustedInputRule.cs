using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Engine.Taint;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL501: a size, a count, a width or an exponent that somebody else decides, and nothing bounds.</summary>
internal sealed class SizeFromUntrustedInputRule : TaintRule
{
    public override string Id => "LL501";

    /// <summary>Code that nobody trusts is told as well where it leaves to its starter, or to the clock, how far something grows.</summary>
    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule)
    {
        var told = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (var growth in context.Rules.TrustsPaths ? [] : context.Facts.Growths)
        {
            if (growth is { IsEntryPoint: false, Loop: { } loop, Peak.HasFiniteHigh: false } && told.Add(loop) && DeciderOf(context, loop) is { } decider)
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Warning, loop, $"{decider} decides how often this loop runs, and what it keeps grows with every trip",
                    "Keep only the latest items (collections.deque with maxlen), or compare the number of trips with a limit");
            }
        }

        foreach (var finding in base.Check(context, rule))
        {
            yield return finding;
        }
    }

    protected override Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit)
    {
        if (hit.Sink?.Kind is TaintSinkKind.Trips)
        {
            return null;
        }

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

    /// <summary>Who says how often the loop runs, for the start of a sentence; null for the program itself, its data, or nobody that is known.</summary>
    private static string? DeciderOf(RuleContext context, SyntaxNode loop)
    {
        var head = loop switch
        {
            For { Iterable: var iterable } => iterable,
            Comprehension { Iterable: var iterable } => iterable,
            While { Test: var test } => test,
            _ => null,
        };
        if (head is null)
        {
            return null;
        }

        if (loop is While)
        {
            return ExhaustionData.Instance.Set("clocks").Any(clock => context.NamedCalls.Of(clock).Any(call => call.Start >= head.Start && call.End <= head.End)) ? "The clock" : null;
        }

        return context.Taint.FirstOrDefault(hit => hit.Sink?.Kind is TaintSinkKind.Trips && ReferenceEquals(hit.Node, head)) is { } decided ? Subject(decided) : null;
    }
}
