using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>One run of one loop: where it stands, what it changed so far, and what its trips looked like.</summary>
internal sealed class LoopActivation
{
    // Most loops are small: each table is made when it is first needed.
    private Dictionary<ComponentPath, int>? _pathIds;
    private List<TrackedSlot>? _tracked;
    private List<TrackedSlot>? _variables;
    private HashSet<(HeapObject, int)>? _trackedSet;
    private Dictionary<(HeapObject?, AllocationSite, ObjectKind), HeapObject>? _summaries;

    public LoopActivation(SyntaxNode node, LoopActivation? outer, int firstBirth, int journalMark, LoopStatePool states)
    {
        States = states;
        History = new StepHistory(states);
        Guards = states.TakeGuards();
        AllGuards = states.TakeGuards();
        Node = node;
        Outer = outer;
        FirstBirth = firstBirth;
        FirstBirthOfTrip = firstBirth;
        JournalMark = journalMark;
    }

    public SyntaxNode Node { get; }

    public LoopActivation? Outer { get; }

    /// <summary>Objects born from here on were made by this run of the loop.</summary>
    public int FirstBirth { get; }

    /// <summary>Objects born from here on were made by the present trip.</summary>
    public int FirstBirthOfTrip { get; set; }

    /// <summary>Journal position up to which writes have been looked at.</summary>
    public int JournalMark { get; set; }

    public Quantity Trips { get; set; } = Quantity.Zero;

    /// <summary>Folds of the heap that the loop's containers are known to have followed.</summary>
    public int FoldsSeen { get; set; }

    /// <summary>Trips that were really evaluated.</summary>
    public int Evaluated { get; set; }

    public GuardLog Guards { get; set; }

    /// <summary>Everything decided in all trips so far, for the loop around this one.</summary>
    public GuardLog AllGuards { get; private set; }

    public StepHistory History { get; }

    /// <summary>The id of the part that fitted no progression the last time: most likely it will not the next time.</summary>
    public int Misfit { get; set; }

    public LoopStatePool States { get; }

    /// <summary>Whether the iterable may end at a trip that is not known; then the most trips that are left.</summary>
    public long? UnknownTripsLeft { get; set; }

    /// <summary>A branch that may or may not be taken leaves the loop.</summary>
    public bool MayLeave { get; set; }

    /// <summary>No loop of the text: a function that calls itself, from its first call to its last.</summary>
    public bool IsRecursion { get; init; }

    /// <summary>No decision in it ever flips: it never ends.</summary>
    public bool IsEndless { get; set; }

    /// <summary>The numbers were averaged, not solved.</summary>
    public bool IsCoarse { get; set; }

    /// <summary>What the loop changed so far. Do not keep the span over the end of a trip.</summary>
    public ReadOnlySpan<TrackedSlot> Tracked => CollectionsMarshal.AsSpan(_tracked);

    /// <summary>Those of <see cref="Tracked"/> that are local variables: of the innermost frame first, in the order of their scope.</summary>
    public ReadOnlySpan<TrackedSlot> Variables => CollectionsMarshal.AsSpan(_variables);

    /// <summary>
    /// Summaries whose objects only each other's attributes hold: chains and trees of nodes.
    /// </summary>
    public IReadOnlyList<HeapObject> Chains() => _summaries is null ? [] : FindChains(_summaries);

    private List<HeapObject> FindChains(Dictionary<(HeapObject?, AllocationSite, ObjectKind), HeapObject> summaries)
    {
        var chains = new List<HeapObject>();
        var held = new HashSet<HeapObject>();
        foreach (ref readonly var place in Tracked)
        {
            if (place.Key.Kind == SlotKind.Group && place.Key.Name is HeapObject target)
            {
                held.Add(target.Resolve());
            }
        }

        foreach (var ((_, _, kind), summary) in summaries)
        {
            if (ReferenceEquals(summary.Resolve(), summary) && kind is ObjectKind.Instance or ObjectKind.Tuple or ObjectKind.List or ObjectKind.Dict && !held.Contains(summary) && summary.RefersToItself())
            {
                chains.Add(summary);
            }
        }

        return chains;
    }

    /// <summary>The loop is over. What it grew remembers it, but nobody asks for its trips any more.</summary>
    public void Forget()
    {
        History.Clear();
        States.GiveBack(Guards);
        States.GiveBack(AllGuards);
        Guards = new GuardLog();
        AllGuards = Guards;
        _pathIds = null;
        _tracked = null;
        _variables = null;
        _trackedSet = null;
        _summaries = null;
    }

    public void Track(HeapObject owner, int position)
    {
        _trackedSet ??= [];
        if (_trackedSet.Add((owner, position)))
        {
            var place = new TrackedSlot(owner, owner.At(position).Key, position);
            _tracked ??= [];
            _tracked.Add(place);
            if (place.Key.Kind == SlotKind.Local)
            {
                InsertVariable(place);
            }
        }
    }

    private void InsertVariable(TrackedSlot place)
    {
        _variables ??= [];
        var at = _variables.Count;
        while (at > 0 && place.ComesBefore(_variables[at - 1]))
        {
            at--;
        }

        _variables.Insert(at, place);
    }

    /// <summary>Forgets references to objects that became part of a summary: they are told with it.</summary>
    public void ForgetFolded()
    {
        _tracked?.RemoveAll(tracked =>
            tracked.Key.Kind == SlotKind.Group && tracked.Key.Name is HeapObject held && !ReferenceEquals(held.Resolve(), held)
            && _trackedSet?.Remove((tracked.Owner, tracked.Position)) == true);
    }

    public int PathId(ComponentPath path)
    {
        _pathIds ??= [];
        if (!_pathIds.TryGetValue(path, out var id))
        {
            id = _pathIds.Count + 1;
            _pathIds.Add(path, id);
        }

        return id;
    }

    /// <summary>
    /// The summary for the objects of one site: of the whole loop, or of those that only one kept object holds, so that
    /// they vanish together with it.
    /// </summary>
    public HeapObject SummaryFor(HeapObject? holder, HeapObject example, AbstractHeap heap)
    {
        var key = (holder, example.Site, example.Kind);
        _summaries ??= [];
        if (!_summaries.TryGetValue(key, out var summary))
        {
            summary = heap.Allocate(example.Kind, example.Site.Node, example.Site.Context, example.Payload, summary: true);
            _summaries.Add(key, summary);
        }

        return summary;
    }

    /// <summary>The summary of the whole loop for the site of <paramref name="target"/>, which then is that summary.</summary>
    public bool IsOwnSummary(HeapObject target) =>
        target.IsSummary && _summaries is not null && _summaries.TryGetValue((null, target.Site, target.Kind), out var own) && ReferenceEquals(own, target);

    /// <summary>Made by this run and not yet part of a summary.</summary>
    public bool IsFresh(HeapObject target) =>
        target.Birth >= FirstBirth && target.Kind is not (ObjectKind.Growth or ObjectKind.Frame) && !IsOwnSummary(target);
}
