using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Exhaustion;
using LeakLens.Engine.Taint;

namespace LeakLens.Engine.Rules.Stores;

/// <summary>LL703: what a stranger sends goes into the store as it is, however long it is.</summary>
internal sealed class UnvalidatedStoreValueRule : TaintRule
{
    private const string Advice = "Compare its length with a limit first: if len(value) > 65536: raise";

    public override string Id => "LL703";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => context.Stores.IsUsed ? base.Check(context, rule) : [];

    protected override Finding? Judge(RuleContext context, RuleDescriptor rule, TaintHit hit) => hit.Origin.Trust switch
    {
        TaintTrust.Remote => StoreFinding.Of(rule, rule.DefaultLevel, hit.Node, $"{Subject(hit)} goes into the store, however long it is", Advice),
        TaintTrust.Peer => StoreFinding.Of(rule, FindingLevel.Note, hit.Node, $"{Subject(hit)} goes into the store, however long it is", Advice),
        _ => null,
    };
}
