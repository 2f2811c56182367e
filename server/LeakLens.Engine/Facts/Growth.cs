using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// One statement that grows one container in a loop, where the container is older than the trip that grows it. The counters are slots of a heap object,
/// so that loops extrapolate them like every other number.
/// </summary>
internal sealed class Growth
{
    private HeapObject _container;
    private readonly SlotKey? _place;
    private int _latestCall = -1;
    private int _calls;
    private int _itemsSeen;
    private List<SyntaxNode>? _readings;

    public Growth(HeapObject container, SyntaxNode node, HeapObject counters, LoopActivation outermost, SyntaxNode? codeLoop, string operation, SlotKey? place = null)
    {
        _container = container;
        _place = place;
        Node = node;
        Counters = counters;
        Operation = operation;
        Outermost = outermost;
        CodeLoop = codeLoop;
        NotOlderThan = outermost.FirstBirth;
    }

    /// <summary>What grows: the container, or whatever the place refers to by now.</summary>
    public HeapObject Container => _place is { } place && PresentOf(_container.Resolve().Get(place)) is { } present ? present : _container;

    /// <summary>The container is gone, and what it was is known: nothing holds on to what was in it any more.</summary>
    public void DropContents() => _container = _container.Husk();

    /// <summary>The place refers to nothing that takes bytes of its own by now.</summary>
    public bool IsVacant => IsPlace && ReferenceEquals(Container, _container);

    /// <summary>A name or attribute grows by being bound to something larger again and again.</summary>
    public bool IsPlace => _place is not null;

    /// <summary>The call or assignment that grows it.</summary>
    public SyntaxNode Node { get; }

    public HeapObject Counters { get; }

    /// <summary>While it is bound to something larger the smaller one still exists: a copy was made.</summary>
    public bool IsCopied { get; init; }

    /// <summary>How it grows: append, item assignment ...</summary>
    public string Operation { get; }

    /// <summary>The chain of calls in which it was first seen.</summary>
    public int Context { get; init; }

    /// <summary>The latest time of tracing in which it grew, counted from 1; 0 when it never was traced.</summary>
    public int TracedIn { get; set; }

    /// <summary>It grew while the program traced its memory.</summary>
    public bool IsTraced => TracedIn > 0;

    /// <summary>The calls that asked how much was traced when it had grown.</summary>
    public IReadOnlyList<SyntaxNode> Readings => _readings ?? [];

    public void AddReading(SyntaxNode call) => (_readings ??= []).Add(call);

    /// <summary>The numbers are averages.</summary>
    public bool IsCoarse { get; set; }

    /// <summary>Of objects of the exact run that hold each other: those that none of the others holds.</summary>
    public IReadOnlyList<HeapObject> Roots { get; init; } = [];

    /// <summary>The budget was spent when too little of its loop was seen to tell its end: what was seen is the least.</summary>
    public bool IsCutShort { get; set; }

    /// <summary>As <see cref="IsChain"/>, of the exact run: what is alive of it hangs together by one object.</summary>
    public bool IsLinked => Roots.Count == 1;

    /// <summary>Bytes of the largest of the first items, each with what came with it.</summary>
    public long ItemBytes { get; private set; }

    /// <summary>Bytes that one more item takes at least, where the length is not known.</summary>
    public long Least { get; set; }

    /// <summary>The objects hold each other; there is no container.</summary>
    public bool IsChain => !IsPlace && ReferenceEquals(Container.Site.Node, Node) && Container.IsSummary;

    /// <summary>The outermost loop that grows the container; contents older than it do not count as growth.</summary>
    public LoopActivation Outermost { get; }

    /// <summary>The outermost loop that stands in the program; null when only calls from the world repeat the growth.</summary>
    public SyntaxNode? CodeLoop { get; }

    /// <summary>The outermost loop that stands in the program never ends by itself.</summary>
    public bool IsEndless => (Outermost.IsEndless && Outermost.Node is not (FunctionDef or ClassDef)) || CodeActivation is { IsEndless: true };

    /// <summary>The run of that loop in which the growth was first seen.</summary>
    public LoopActivation? CodeActivation { get; init; }

    /// <summary>The growth goes on with every call from the world: its loop is those calls, or it ends while the growth does not.</summary>
    public bool IsPerCall => (Outermost.Node is FunctionDef or ClassDef && !Outermost.IsRecursion) || (Times.IsUnbounded && !Outermost.IsEndless);

    /// <summary>Bytes that one more call from the world, or else one more trip of the outermost loop, leaves behind.</summary>
    public long? BytesPerOuterTrip => LaterSample.Trips == EarlierSample.Trips
        ? null
        : Math.Max(Least, (LaterSample.Bytes - EarlierSample.Bytes) / (LaterSample.Trips - EarlierSample.Trips) / LaterSample.Calls);

    public int NotOlderThan { get; }

    /// <summary>Of the exact run: how long the container was when it was measured last while it lost contents.</summary>
    public long MeasuredLength { get; set; }

    public Quantity Times => Counters.GetMeta(Meta.Times);

    public Quantity Releases => Counters.GetMeta(Meta.Releases);

    public Quantity Peak => Counters.GetMeta(Meta.Peak);

    /// <summary>Retained bytes, times and trips of the outermost loop at the latest two samples taken at the end of a trip.</summary>
    public (long Bytes, long Times, long Trips, int Calls) EarlierSample { get; private set; }

    public (long Bytes, long Times, long Trips, int Calls) LaterSample { get; private set; }

    public long? BytesPerTime
    {
        get
        {
            var times = LaterSample.Times - EarlierSample.Times;
            return times <= 0 ? null : Math.Max(Least, (LaterSample.Bytes - EarlierSample.Bytes) / times);
        }
    }

    public void Sample(long bytes, long times, long trips)
    {
        if (times != LaterSample.Times)
        {
            EarlierSample = LaterSample;
            LaterSample = (bytes, times, trips, (int)Math.Clamp(times - EarlierSample.Times, 1, Math.Max(1, _calls)));
        }

        _calls = 0;
    }

    /// <summary>Counts the calls from the world in which it grew since the last sample.</summary>
    public void GrewIn(int call)
    {
        _calls += call == _latestCall ? 0 : 1;
        _latestCall = call;
    }

    /// <summary>Looks at one of the first items that came in: it may be all that is known of their bytes.</summary>
    public void NoteItem(Value item, TargetVersion target)
    {
        const int MostItems = 4;
        if (_itemsSeen < MostItems && item.Reference is { IsSummary: false } made && made.Birth >= NotOlderThan)
        {
            _itemsSeen++;
            var bytes = RetainedSize.Of(made, NotOlderThan, target);
            ItemBytes = Math.Max(ItemBytes, bytes.HasFiniteHigh ? bytes.High : bytes.Low);
        }
    }

    private static HeapObject? PresentOf(Value value)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (alternative.Reference is { } present)
            {
                return present;
            }
        }

        return value.Reference;
    }
}
