using System.Runtime.InteropServices;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>One run of one loop: where it stands, what it changed so far, and what its trips looked like.</summary>
internal sealed class LoopActivation
{
    // What grew in the loop remembers it when it is over: all that only its trips need is given back then.
    private LoopTables? _tables;
    private StepHistory? _history;
    private GuardLog? _guards;
    private GuardLog? _allGuards;

    // A field of 128 bits would keep every method that touches the type out of the code that is compiled beforehand.
    private ulong? _farDistance;

    public LoopActivation(SyntaxNode node, LoopActivation? outer, int firstBirth, int journalMark, LoopStatePool states)
    {
        States = states;
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

    /// <summary>Of the exact run: trips in all, unless the body leaves it; 0 when that is not known.</summary>
    public long Expected { get; set; }

    /// <summary>Trips that were really evaluated.</summary>
    public int Evaluated { get; set; }

    /// <summary>What the present trip has decided so far.</summary>
    public GuardLog Guards
    {
        get => _guards ??= States.TakeGuards();
        set => _guards = value;
    }

    /// <summary>Everything decided in all trips so far, for the loop around this one.</summary>
    public GuardLog AllGuards => _allGuards ??= States.TakeGuards();

    public StepHistory History => _history ??= States.TakeHistory();

    /// <summary>The id of the part that fitted no progression the last time: most likely it will not the next time.</summary>
    public int Misfit { get; set; }

    public LoopStatePool States { get; }

    /// <summary>Whether the iterable may end at a trip that is not known; then the most trips that are left.</summary>
    public long? UnknownTripsLeft { get; set; }

    /// <summary>A branch that may or may not be taken leaves the loop.</summary>
    public bool MayLeave { get; set; }

    /// <summary>A test compares floats that are so far apart, or so near, that their distance says nothing of the trips until it comes out otherwise; but they come nearer.</summary>
    public bool ComparesFarFloats { get; private set; }

    /// <summary>A float grows or shrinks by other steps each time, and such a test asks for one: <c>while v &lt; 1e20: v *= 1.1</c> ends.</summary>
    public bool FloatsBend { get; set; }

    /// <summary>It asks an object of the program for item after item, and the first index that is not there ends it.</summary>
    public bool MayEndByIndex { get; set; }

    /// <summary>Takes note of two such floats, by the number of floats between them.</summary>
    public void CompareFar(double left, double right)
    {
        var (first, second) = (OrderOf(left), OrderOf(right));
        var distance = unchecked(first > second ? (ulong)first - (ulong)second : (ulong)second - (ulong)first);
        ComparesFarFloats |= _farDistance is { } before && distance < before;
        _farDistance = distance;
    }

    private static long OrderOf(double number) => BitConverter.DoubleToInt64Bits(number) is var bits && bits >= 0 ? bits : long.MinValue - bits;

    /// <summary>It and the loops around it are known to make another trip, or none: each trip tells what really happens.</summary>
    public bool IsDetermined
    {
        get
        {
            for (var loop = this; loop is not null; loop = loop.Outer)
            {
                if (loop.MayLeave || loop.UnknownTripsLeft is not null)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>No loop of the text: a function that calls itself, from its first call to its last.</summary>
    public bool IsRecursion { get; init; }

    /// <summary>No decision in it ever flips: it never ends.</summary>
    public bool IsEndless { get; set; }

    /// <summary>The numbers were averaged, not solved.</summary>
    public bool IsCoarse { get; set; }

    /// <summary>What the loop changed so far. Do not keep the span over the end of a trip.</summary>
    public ReadOnlySpan<TrackedSlot> Tracked => CollectionsMarshal.AsSpan(_tables?.Tracked);

    /// <summary>Those of <see cref="Tracked"/> that are local variables: of the innermost frame first, in the order of their scope.</summary>
    public ReadOnlySpan<TrackedSlot> Variables => CollectionsMarshal.AsSpan(_tables?.Variables);

    /// <summary>
    /// Summaries whose objects only each other's attributes hold: chains and trees of nodes.
    /// </summary>
    public IReadOnlyList<HeapObject> Chains() => _tables is { Summaries: { Count: > 0 } summaries } ? FindChains(summaries) : [];

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
        if (_tables is not null)
        {
            States.GiveBack(_tables);
            _tables = null;
        }

        if (_history is not null)
        {
            States.GiveBack(_history);
            _history = null;
        }

        if (_guards is not null)
        {
            States.GiveBack(_guards);
            _guards = null;
        }

        if (_allGuards is not null)
        {
            States.GiveBack(_allGuards);
            _allGuards = null;
        }
    }

    private LoopTables Tables => _tables ??= States.TakeTables();

    public void Track(HeapObject owner, int position)
    {
        var tables = Tables;
        if (tables.TrackedSet.Add((owner, position)))
        {
            var place = new TrackedSlot(owner, owner.At(position).Key, position);
            tables.Tracked.Add(place);
            if (place.Key.Kind == SlotKind.Local)
            {
                InsertVariable(tables.Variables, place);
            }
        }
    }

    private static void InsertVariable(List<TrackedSlot> variables, in TrackedSlot place)
    {
        var at = variables.Count;
        while (at > 0 && place.ComesBefore(variables[at - 1]))
        {
            at--;
        }

        variables.Insert(at, place);
    }

    /// <summary>Forgets references to objects that became part of a summary: they are told with it.</summary>
    public void ForgetFolded()
    {
        _tables?.Tracked.RemoveAll(tracked =>
            tracked.Key.Kind == SlotKind.Group && tracked.Key.Name is HeapObject held && !ReferenceEquals(held.Resolve(), held)
            && _tables.TrackedSet.Remove((tracked.Owner, tracked.Position)));
    }

    public int PathId(ComponentPath path)
    {
        var ids = Tables.PathIds;
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, path, out var exists);
        id = exists ? id : ids.Count;
        return id;
    }

    /// <summary>
    /// The summary for the objects of one site: of the whole loop, or of those that only one kept object holds, so that
    /// they vanish together with it.
    /// </summary>
    public HeapObject SummaryFor(HeapObject? holder, HeapObject example, AbstractHeap heap)
    {
        var key = (holder, example.Site, example.Kind);
        var summaries = Tables.Summaries;
        if (!summaries.TryGetValue(key, out var summary))
        {
            summary = heap.Allocate(example.Kind, example.Site.Node, example.Site.Context, example.Payload, summary: true);
            summaries.Add(key, summary);
        }

        return summary;
    }

    /// <summary>The summary of the whole loop for the site of <paramref name="target"/>, which then is that summary.</summary>
    public bool IsOwnSummary(HeapObject target) =>
        target.IsSummary && _tables is not null && _tables.Summaries.TryGetValue((null, target.Site, target.Kind), out var own) && ReferenceEquals(own, target);

    /// <summary>Made by this run and not yet part of a summary.</summary>
    public bool IsFresh(HeapObject target) =>
        target.Birth >= FirstBirth && target.Kind is not (ObjectKind.Growth or ObjectKind.Frame) && !IsOwnSummary(target);
}
