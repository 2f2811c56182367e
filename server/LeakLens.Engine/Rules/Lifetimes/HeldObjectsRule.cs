using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// LL406, LL407 and LL408 where a collection keeps what is finished or should be closed: threads, tasks, open files. What the objects have outside
/// of Python's memory (a stack, a descriptor) is counted by nobody, so their number counts beside their bytes.
/// </summary>
internal sealed class HeldObjectsRule : GrowthRule
{
    private readonly string _what;
    private readonly string _advice;

    /// <param name="what">The objects, in the plural.</param>
    public HeldObjectsRule(string id, string what, string advice)
    {
        Id = id;
        _what = what;
        _advice = advice;
    }

    public override string Id { get; }

    public override bool Covers(GrowthCase growth) => growth is { IsPersistent: true, IsReleased: false } && Held(growth) is not null && !growth.IsTended && !IsReplaced(growth);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = new GrowthJudge(rule).Judge(growth);
        if (growth.Fact.IsShared)
        {
            return level;
        }

        var isOfWorld = growth.Fact.IsPerCall || (growth.Fact.IsEntryPoint && !growth.IsEndless);
        var isMany = isOfWorld ? IsRepeated(growth) : growth.Fact.Times.IsUnbounded || growth.Trips >= rule.GetThreshold("warning-items");
        // Whoever can reach the collection from another file may wait for what has ended there.
        level = isOfWorld && !isMany && level is not null ? FindingLevel.Note : level;
        return GrowthJudge.Higher(level, isMany ? FindingLevel.Warning : isOfWorld ? FindingLevel.Note : null);
    }

    /// <summary>A framework makes the calls, or what is kept is of no use to anybody: a fixed set of workers is started by calls as well, and waited for; perhaps in another file.</summary>
    private static bool IsRepeated(GrowthCase growth) =>
        (growth.Fact.IsNeverRead && growth.Storing?.Holder is Name or Python.Syntax.Attribute { Name: ['_', ..] } && Frequency.RunsOften(growth.Context, growth.Fact.Node)) || (growth.Storing is { } storing && new StoredThing(growth, storing).IsInHandler());

    /// <summary>The one that had the key before is looked up first, to be ended.</summary>
    private static bool IsReplaced(GrowthCase growth) =>
        growth.Storing is { Key: not null } storing && new StoredThing(growth, storing).IsLookedUp();

    public override string Message(GrowthCase growth)
    {
        var name = new GrowthText(growth).Name();
        return growth.Trips is { } trips && !growth.IsOpenEnded
            ? $"{name} keeps {ByteText.Count(trips)} {_what}, finished ones too, and never drops one"
            : $"{name} keeps every one of its {_what}, finished ones too, and never drops one";
    }

    public override string Advice(GrowthCase growth) => _advice;

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        Held(growth) is { } held && !growth.Context.Code.IsInside(held.Node, growth.Fact.Node) ? [new RelatedPlace(held.Node.Span, "made here")] : [];

    private ItemFact? Held(GrowthCase growth)
    {
        foreach (var item in growth.Fact.Content.Items)
        {
            if (item.TypeName is { } type && LifetimeData.Instance.IsHeldTypeOf(Id, type))
            {
                return item;
            }
        }

        return null;
    }
}
