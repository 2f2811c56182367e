using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>LL403, with numbers: the cache of a decorator, or a dict that a function looks into before it computes, grows.</summary>
internal sealed class MemoGrowthRule : GrowthRule
{
    public override string Id => "LL403";

    public override bool Covers(GrowthCase growth) => growth.IsPersistent && !growth.IsReleased && (IsDecorated(growth) || IsMemo(growth));

    /// <summary>Few bytes with every call are many in the end: what has no limit is told even where no number is large.</summary>
    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        var level = base.Judge(growth, rule);
        if (!growth.Fact.IsPerCall || growth.Fact.IsShared || growth.Fact.Owner.IsOfWorld || growth.IsTrimmedInFile || growth.Fact.Retained.HasFiniteHigh)
        {
            return level;
        }

        if (growth.Storing is not { } storing)
        {
            return GrowthJudge.Higher(level, FindingLevel.Note);
        }

        var thing = new StoredThing(growth, storing);
        return thing.HasFewKeys() || thing.IsPartOfProgram() ? level : GrowthJudge.Higher(level, FindingLevel.Note);
    }

    /// <summary>The cache of a decorator has no name where it is called: what is written there is the function.</summary>
    public override string Message(GrowthCase growth)
    {
        var text = new GrowthText(growth);
        var message = text.Message();
        return IsDecorated(growth) && growth.Fact.Owner.Path is { } path ? path + message[text.Name().Length..] : message;
    }

    public override string Advice(GrowthCase growth) => IsDecorated(growth)
        ? "Give the cache a limit: lru_cache(maxsize=1024)"
        : "Give it a limit, for example by functools.lru_cache(maxsize=1024), or clear it when its data are no longer wanted";

    public override IEnumerable<RelatedPlace> Related(GrowthCase growth) =>
        IsDecorated(growth) || Lookup(growth) is not { } lookup ? [] : [new RelatedPlace(lookup.Span, "looked up here first: it is a cache, and it has no limit")];

    /// <summary>The container is made by <c>@cache</c> or <c>@lru_cache</c>.</summary>
    public static bool IsDecorated(GrowthCase growth) =>
        growth.Fact is { ContainerKind: ObjectKind.Dict, Container: Expression made } && growth.Context.Names.TryResolve((made as Call)?.Function ?? made, out var name)
        && (LifetimeData.Instance.Set("caches.sized").Contains(name.Text) || LifetimeData.Instance.Set("caches.unbounded").Contains(name.Text));

    private static bool IsMemo(GrowthCase growth) => growth.Fact is { ContainerKind: ObjectKind.Dict, Node: Subscript } && Lookup(growth) is not null;

    /// <summary>Where the function that fills a dict looks whether the answer is there already.</summary>
    private static SyntaxNode? Lookup(GrowthCase growth)
    {
        if (growth.Fact.Node is not Subscript { Value: var dict, Index: var key } || growth.Function is not FunctionDef function || !Returns(function))
        {
            return null;
        }

        foreach (var statement in function.Body)
        {
            var finder = new LookupFinder(dict, key);
            finder.Visit(statement);
            if (finder.Found is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The function gives back something: it computes an answer and is no register of what was seen.</summary>
    private static bool Returns(FunctionDef function)
    {
        var finder = new ReturnFinder();
        finder.VisitAll(function.Body);
        return finder.HasValue;
    }
}
