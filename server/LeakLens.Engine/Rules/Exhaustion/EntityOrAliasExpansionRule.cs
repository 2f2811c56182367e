using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL504: a parser is told to expand what a document of a few bytes makes large.</summary>
/// <remarks>The parsers of the standard library stop by themselves since expat 2.4.1: nothing is said about them as they are.</remarks>
internal sealed class EntityOrAliasExpansionRule : Rule
{
    public override string Id => "LL504";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => SwitchedLimits.Check(context, rule);
}
