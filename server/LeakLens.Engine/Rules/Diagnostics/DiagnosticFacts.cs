using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Diagnostics;

/// <summary>Where one text watches its memory, and what it does with what it sees.</summary>
internal sealed class DiagnosticFacts
{
    private readonly RuleContext _context;
    private readonly Dictionary<Call, MeasurementUse> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _readers = new(StringComparer.Ordinal);

    private DiagnosticFacts(RuleContext context, ILookup<string, Call> calls)
    {
        var data = DiagnosticData.Instance;
        _context = context;
        Starts = Select(calls, data.Tracing.On);
        Stops = Select(calls, data.Tracing.Off);
        Disables = Select(calls, data.Collector.On);
        Enables = Select(calls, data.Collector.Off);
        Readings = [.. Select(calls, data.Readings).Concat(MethodReadings(calls, data)).Concat(calls.SelectMany(static all => all).Where(call => Opens(call, data.ReadingFiles))).Distinct().OrderBy(static call => call.Start)];
        LimitFiles = [.. calls.SelectMany(static all => all).Where(call => Opens(call, data.LimitFiles))];
        Growth = new MeasuredGrowth(context);
        DebugSettings = [.. calls["gc.set_debug"]];
        Collections = [.. calls["gc.collect"]];
        LimitSettings = [.. calls["resource.setrlimit"]];
    }

    /// <summary>Calls that begin to trace memory; each list in the order of the text.</summary>
    public ImmutableArray<Call> Starts { get; }

    public ImmutableArray<Call> Stops { get; }

    /// <summary>Calls that switch the collector off.</summary>
    public ImmutableArray<Call> Disables { get; }

    public ImmutableArray<Call> Enables { get; }

    /// <summary>Calls that ask how much memory is in use.</summary>
    public ImmutableArray<Call> Readings { get; }

    public ImmutableArray<Call> DebugSettings { get; }

    public ImmutableArray<Call> Collections { get; }

    public ImmutableArray<Call> LimitSettings { get; }

    /// <summary>Calls that open a file which sets a limit.</summary>
    public ImmutableArray<Call> LimitFiles { get; }

    /// <summary>Whether something grows before the eyes of the program.</summary>
    public MeasuredGrowth Growth { get; }

    public static DiagnosticFacts Of(RuleContext context)
    {
        var names = context.Names;
        var calls = context.Code.Calls
            .Select(call => (Call: call, Name: names.Resolve(call.Function)?.Text))
            .Where(static pair => pair.Name is not null && IsOfInterest(pair.Name))
            .ToLookup(static pair => pair.Name ?? string.Empty, static pair => pair.Call, StringComparer.Ordinal);
        return new DiagnosticFacts(context, calls);
    }

    /// <summary>It reads what tracemalloc traced, and so tells 0 where evaluation saw that nothing was.</summary>
    public bool IsTraced(Call reading) => _context.Names.Resolve(reading.Function)?.Text.StartsWith("tracemalloc.", StringComparison.Ordinal) is true;

    /// <summary>What becomes of what a reading gives.</summary>
    public MeasurementUse UseOf(Call reading)
    {
        if (!_uses.TryGetValue(reading, out var use))
        {
            _uses[reading] = use = MeasurementUse.Of(reading, _context);
        }

        return use;
    }

    /// <summary>
    /// Tracing starts right before the reading: what there was before was not traced, so that next to nothing is told. Null where
    /// something else may have started it earlier.
    /// </summary>
    public Call? StartRightBefore(Call reading)
    {
        var function = _context.Code.FunctionAround(reading);
        if (Starts.Any(start => !ReferenceEquals(_context.Code.FunctionAround(start), function) && !TracingStart.Of(start, _context).IsAlwaysStopped))
        {
            return null;
        }

        return Starts.FirstOrDefault(start => ReferenceEquals(_context.Code.FunctionAround(start), function) && IsStraight(start, reading));
    }

    /// <summary>The function contains one of the calls itself.</summary>
    public bool Contains(SyntaxNode function, ImmutableArray<Call> calls) => calls.Any(call => ReferenceEquals(_context.Code.FunctionAround(call), function));

    /// <summary>The function begins what it does not end, and some function outside of classes ends what it has not begun.</summary>
    public bool HasOtherEnd(SyntaxNode function, ImmutableArray<Call> ons, ImmutableArray<Call> offs)
    {
        if (Contains(function, offs))
        {
            return false;
        }

        foreach (var off in offs)
        {
            var other = _context.Code.FunctionAround(off);
            if (other is null ? !ons.Any(on => _context.Code.FunctionAround(on) is null) : !Contains(other, ons) && _context.Code.ClassOf(other) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The function gives the function that ends it to somebody: <c>self.addCleanup(gc.enable)</c>.</summary>
    public bool HandsOn(SyntaxNode function, SwitchNames names) => _context.Code.Calls.Any(call =>
        call.Arguments.Any(argument => _context.Names.Resolve(argument) is { } name && names.Off.Contains(name.Text)) && ReferenceEquals(_context.Code.FunctionAround(call), function));

    /// <summary>Another method of the class of a function ends it: the other end of a manager, of a fixture, of an object that is closed.</summary>
    public bool IsEndedByClass(SyntaxNode function, ImmutableArray<Call> offs) => _context.Code.ClassOf(function) is { } type
        && offs.Any(off => _context.Code.FunctionAround(off) is FunctionDef other && !ReferenceEquals(other, function) && ReferenceEquals(_context.Code.ClassOf(other), type));

    private bool IsStraight(Call start, Call reading)
    {
        var flow = _context.FlowOf(_context.Code.FunctionAround(start));
        var ends = flow.PointsOf(reading, _context.Code);
        var seen = new HashSet<FlowPoint>();
        var open = new Stack<FlowPoint>(flow.PointsOf(start, _context.Code));
        while (open.TryPop(out var point))
        {
            foreach (var (target, kind) in point.Edges)
            {
                if (ends.Contains(target))
                {
                    return true;
                }

                if ((kind is FlowEdgeKind.Next or FlowEdgeKind.Exhausted) && !target.Calls.Any() && seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }

    private static bool IsOfInterest(string name)
    {
        var data = DiagnosticData.Instance;
        return name.StartsWith("gc.", StringComparison.Ordinal) || name is "resource.setrlimit" || IsOpening(name) || data.Tracing.On.Contains(name) || data.Tracing.Off.Contains(name)
            || data.Readings.Contains(name) || data.ReadingTypes.ContainsKey(name);
    }

    private static bool IsOpening(string name) => name is "builtins.open" or "io.open" or "pathlib.Path";

    /// <summary>The path ends in one of these names, as far as it is written down.</summary>
    private static bool Opens(Call call, FrozenSet<string> files) =>
        (call.Function is Name { Id: "open" or "Path" } or Python.Syntax.Attribute { Name: "open" or "Path" }) && call.Arguments is [var path, ..] && LastPart(path) is { } name && files.Contains(name);

    private static string? LastPart(Expression path) => path switch
    {
        Constant { LiteralKind: ConstantKind.String, Value: string text } => text[(text.LastIndexOf('/') + 1)..],
        JoinedStr { Values: [.., Constant end] } => LastPart(end),
        BinOp { Operator: BinaryOperator.Div or BinaryOperator.Add, Right: var right } => LastPart(right),
        Call { Arguments: [.., var last] } => LastPart(last),
        _ => null,
    };

    private static ImmutableArray<Call> Select(ILookup<string, Call> calls, IEnumerable<string> names) =>
        [.. names.SelectMany(name => calls[name]).OrderBy(static call => call.Start)];

    /// <summary>Calls of reading methods: on what makes the object itself, or on a name or attribute that is given such an object somewhere.</summary>
    private IEnumerable<Call> MethodReadings(ILookup<string, Call> calls, DiagnosticData data)
    {
        foreach (var (type, methods) in data.ReadingTypes)
        {
            var makers = calls[type].ToHashSet();
            if (makers.Count == 0)
            {
                continue;
            }

            _readers.Clear();
            foreach (var maker in makers)
            {
                NoteReader(_context.Code.ParentOf(maker));
            }

            foreach (var call in _context.Code.Calls)
            {
                if (call.Function is Python.Syntax.Attribute method && methods.Contains(method.Name)
                    && (method.Value is Call maker ? makers.Contains(maker) : _readers.Contains(LastName(method.Value))))
                {
                    yield return call;
                }
            }
        }
    }

    private void NoteReader(SyntaxNode? statement)
    {
        if (statement is Assign assign)
        {
            _readers.UnionWith(assign.Targets.Select(LastName));
        }
    }

    private static string LastName(Expression expression) => expression switch
    {
        Name name => name.Id,
        Python.Syntax.Attribute attribute => "." + attribute.Name,
        _ => string.Empty,
    };
}
