using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>LL106: a collection that lives as long as the program grows with every call, and nothing in the file ever takes anything out.</summary>
internal sealed class LongLivedCollectionNeverEvictedRule : GrowthRule
{
    public override string Id => "LL106";

    public override bool Covers(GrowthCase growth) => growth is { Fact: { IsPerCall: true, IsPlace: false, IsChain: false }, Storing: not null } && IsLongLived(growth) && !IsDrainedElsewhere(growth) && !IsListener(growth);

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        if (growth.Storing is not { } storing || growth.IsTrimmedInFile || growth.IsTended || growth.Fact.Retained.HasFiniteHigh || growth.Fact.BytesPerCall < rule.GetThreshold("note-bytes"))
        {
            return null;
        }

        var thing = new StoredThing(growth, storing);
        if (thing.HasFewKeys() || thing.IsFilledOnce() || thing.IsPartOfProgram() || (thing.IsAnswer() && !IsAnswerToStrangers(growth)) || thing.IsTakenOver())
        {
            return null;
        }

        var isInPassing = growth.Fact.Owner.IsOfWorld && !growth.IsHolderKeptByModule;
        var isOfRequest = thing.IsOfRequest();
        var isOfHandler = thing.IsInHandler() && !thing.HasChosenKeys();
        var isRepeated = isOfRequest || isOfHandler || Frequency.RunsOftenInService(growth.Context, growth.Fact.Node);
        var isOfWork = isOfRequest || isOfHandler || thing.IsNewEachTime();
        var isWorthWord = isInPassing
            ? (isOfWork || (thing.IsMade() && thing.IsKeyedByContents())) && (growth.Fact.Holder is not ClassDef type || HolderLife.IsLong(growth.Context, type)) && isRepeated
            : isOfWork || (thing.IsMade() && thing.HasOpenKeys());
        if (!isWorthWord)
        {
            return null;
        }

        // A default grows only with calls that do without the argument.
        var level = isOfWork && !isInPassing && !growth.Fact.IsShared && !growth.Fact.IsDefault && isRepeated && (isOfRequest || isOfHandler || Frequency.RunsForEver(growth.Context, growth.Fact.Node)) && !IsOfFiles(growth, storing) ? FindingLevel.Warning : FindingLevel.Note;
        // What an entry costs that reading a missing key makes is not known.
        return growth.Fact.IsShared || storing.Values.IsEmpty || isInPassing ? level : GrowthJudge.Higher(level, new GrowthJudge(rule).LevelOf(growth.Fact.BytesPerCall));
    }

    public override string? Advice(GrowthCase growth) => growth.Fact.ContainerKind switch
    {
        ObjectKind.Dict => "Remove each entry when its work is done, or keep only the newest: an OrderedDict, of which popitem(last=False) drops the oldest",
        ObjectKind.Set => "Discard each member when its work is done, or keep only the newest ones",
        _ => "Keep only the newest: collections.deque(maxlen=...), or empty it once its contents are worked off",
    };

    /// <summary>A queue is there to be emptied, by another thread or task; what is frozen is replaced, not grown.</summary>
    private static bool IsDrainedElsewhere(GrowthCase growth) =>
        growth.Fact.Operation is "put" or "put_nowait" || growth.Fact.Container is Call { Function: Name { Id: "frozenset" } } || growth.Storing?.Holder is Call { Function: Name };

    /// <summary>A method that an object enters somewhere: a listener, which is a matter of LL405.</summary>
    private static bool IsListener(GrowthCase growth) => growth.Fact.Content.Items.Any(static item => item.Kind is ObjectKind.BoundMethod);

    /// <summary>Code that nobody trusts is not excused.</summary>
    private static bool IsOfFiles(GrowthCase growth, Storing storing) => growth.Context.Rules.TrustsPaths && FilesToRemove.Is(growth.Context, storing.Holder);

    /// <summary>Strangers choose what is asked for, and each question leaves an answer behind. Code that nobody trusts is not excused.</summary>
    private static bool IsAnswerToStrangers(GrowthCase growth) => !growth.Context.Rules.TrustsPaths && RequestReach.IsBrought(growth);

    private static bool IsLongLived(GrowthCase growth) => growth.Fact.Owner.Lifetime is Lifetime.Module or Lifetime.Class or Lifetime.Process or Lifetime.Instance;
}
