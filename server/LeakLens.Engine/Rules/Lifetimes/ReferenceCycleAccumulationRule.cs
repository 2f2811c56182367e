using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL401: what piles up in a collection refers to each other in rings. Breaking the rings frees nothing while the collection holds them.</summary>
internal sealed class ReferenceCycleAccumulationRule : GrowthRule
{
    public override string Id => "LL401";

    public override bool Covers(GrowthCase growth) => growth.Fact.Content.HasCycle && growth.IsPersistent;

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message() + "; its objects refer to each other in rings";

    public override string Advice(GrowthCase growth) =>
        $"Drop them from {new GrowthText(growth).Name()} when they are done with, and make the reference back a weakref.ref, so that they go at once and not with the collector's next run";
}
