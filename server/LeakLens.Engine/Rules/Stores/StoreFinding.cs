using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>Findings of the family LL7.</summary>
internal static class StoreFinding
{
    private const double UsualConfidence = 0.75;

    public static Finding Of(RuleDescriptor rule, FindingLevel level, SyntaxNode node, string message, string advice) =>
        new(rule, level, UsualConfidence, node.Span, message, Estimate: null, [], [], []) { Advice = advice };

    /// <summary>A growth in the memory of the store: its bytes are the store's, not Python's.</summary>
    public static Finding Growing(RuleContext context, RuleDescriptor rule, SyntaxNode node, string message, string advice, long? bytes)
    {
        var isOften = StoreEvidence.RunsOften(context, node);
        var evicts = context.Server is { Evicts: true };
        var level = !isOften || evicts ? FindingLevel.Note : rule.DefaultLevel;
        var suffix = evicts ? $"; the store drops keys when it is full ({context.Server?.Source})" : "";
        var each = bytes is > 0 and var known ? $", about {ByteText.Bytes(known)} in the store each time" : "";
        return Of(rule, level, node, message + each + suffix, advice) with
        {
            Estimate = new Estimate(null, null, bytes, null, GrowthBound.Unbounded, Lifetime.Process, context.Code.LoopsAround(node).Any() ? Multiplicity.Once : Multiplicity.PerCall),
        };
    }
}
