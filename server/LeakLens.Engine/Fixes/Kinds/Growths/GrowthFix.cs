using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>A fix of something that grows, whichever rule tells it.</summary>
internal abstract class GrowthFix : FixProvider
{
    public override ImmutableArray<string> Rules => GrowthKinds.Bounded;

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var growth in context.Growths)
        {
            foreach (var fix in Propose(context, growth))
            {
                yield return fix;
            }
        }
    }

    protected abstract IEnumerable<Fix> Propose(FixContext context, GrowthCase growth);
}
