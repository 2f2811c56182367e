using System.Runtime.CompilerServices;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>
/// Follows the data of a text to where it is executed. The evaluator of memory facts asks how much there is; this one asks what it is: it
/// works out texts, bytes and numbers as CPython would, step by step and within bounds, goes both ways where a condition is not known, and
/// runs every function that nothing calls and that may lead there. Nothing is ever executed: <c>exec</c> is a place where it notes what arrives.
/// </summary>
internal sealed partial class PayloadTracer
{
    private const int DeepestCalls = 40;
    private const int StepsOfEntry = 40_000;

    /// <summary>Steps of an entry as long as no value was seen that a decoder made or that is put together of codes: most texts hide nothing.</summary>
    private const int StepsOfEntryInVain = 8_000;

    /// <summary>The same, of all entries and the module.</summary>
    private const int StepsInVain = 100_000;

    /// <summary>Steps, at least, after which a part ends that finds no such value and comes to no statement where it has not been.</summary>
    private const int PatienceInVain = 1_000;
    private const int BytesPerStep = 64;

    private readonly IProgramFiles? _files;
    private readonly SinkReach _reach;
    private readonly ReachedCode _reached;
    private readonly CancellationToken _cancellation;
    private readonly WorkMeter _work = new();
    private readonly List<Execution> _executions = [];
    private readonly Dictionary<(SyntaxNode Place, ExecutionKind Kind), int> _seen = [];
    private readonly Dictionary<SyntaxNode, string> _handlers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SyntaxNode> _called = new(ReferenceEqualityComparer.Instance);
    private readonly List<FunctionValue> _functions = [];
    private readonly Dictionary<string, ProgramFile?> _read = new(StringComparer.Ordinal);
    private readonly Frame _module = new(around: null, function: null);
    private readonly Stack<(FunctionValue Function, CallInput Input)> _running = [];
    private SyntaxNode? _entry;
    private long _steps = DecodingLimits.MostSteps;
    private long _stepsOfAll = DecodingLimits.MostSteps;
    private long _made = DecodingLimits.MostMade;

    /// <summary>Steps that the part at hand is given when a hint comes up.</summary>
    private long _stepsInReserve;
    private bool _isHinted;

    /// <summary>Of the steps that are left, below zero: those grow as the part takes them.</summary>
    private Patience _patience;
    private int _depth;

    /// <summary>How many values were worked out, of operators and calls.</summary>
    private long _known;

    private PayloadTracer(SinkReach reach, int end, IProgramFiles? files, CancellationToken cancellation)
    {
        _reach = reach;
        _reached = new ReachedCode(end);
        _files = files;
        _cancellation = cancellation;
    }

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static TraceResult Trace(SyntaxTree tree, IProgramFiles? files, CancellationToken cancellation)
    {
        var reach = SinkReach.Of(tree, cancellation);
        if (!reach.IsAnywhere)
        {
            return TraceResult.Nothing;
        }

        var tracer = new PayloadTracer(reach, tree.Root.End, files, cancellation);
        var isWhole = tracer.Within(() => tracer.RunBody(tree.Root.Body, tracer._module));

        // Functions may define others while they run.
        for (var i = 0; i < tracer._functions.Count; i++)
        {
            isWhole &= tracer.RunEntry(tracer._functions[i]);
        }

        return new TraceResult(tracer._executions, tracer._handlers, !isWhole);
    }

    private bool RunEntry(FunctionValue function)
    {
        var isHandler = _handlers.ContainsKey(function.Definition);
        if (!_reach.Covers(function.Definition) || (_called.Contains(function.Definition) && !isHandler))
        {
            return true;
        }

        _called.Add(function.Definition);
        _entry = function.Definition;
        var from = isHandler ? Provenance.Request : Provenance.None;
        var isWhole = Within(() => CallFunction(function, EntryInput(function, from), from));
        _entry = null;
        return isWhole;
    }

    /// <summary>Arguments are not known; an object that has methods was made by its <c>__init__</c>.</summary>
    private CallInput EntryInput(FunctionValue function, Provenance from)
    {
        if (function.Around is not { IsClass: true } body || OwnerOf(body) is not { } type)
        {
            return new CallInput([], []);
        }

        var isPlain = function.Definition is FunctionDef { Decorators: var decorators } && decorators.Any(static decorator => decorator is Name { Id: "staticmethod" });
        return isPlain ? CallInput.Empty : new CallInput([new Traced(Instantiate(type, CallInput.Empty), from)], []);
    }

    private ClassValue? OwnerOf(Frame body) => _classes.GetValueOrDefault(body);

    /// <summary>Runs a part with a share of the steps.</summary>
    private bool Within(Action part)
    {
        var most = Math.Min(_stepsOfAll, _entry is null ? DecodingLimits.MostSteps / 2 : StepsOfEntry);
        var given = _isHinted ? most : Math.Clamp(_stepsOfAll - (DecodingLimits.MostSteps - StepsInVain), 0, Math.Min(most, _entry is null ? StepsInVain : StepsOfEntryInVain));
        _steps = given;
        _stepsInReserve = most - given;
        _patience.Begin(-given, PatienceInVain);
        _reached.Begin();
        _depth = 0;
        _running.Clear();
        try
        {
            part();
            return true;
        }
        catch (TraceLimitException)
        {
            return false;
        }
        finally
        {
            _stepsOfAll -= most - _stepsInReserve - Math.Max(0, _steps);
        }
    }

    private void Step(long count = 1)
    {
        _steps -= count;
        if (_steps < 0)
        {
            if (!_isHinted || _stepsInReserve + _steps <= 0)
            {
                throw new TraceLimitException();
            }

            _steps += _stepsInReserve;
            _stepsInReserve = 0;
        }

        if ((_steps & 1023) == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ends the part at hand when it is in vain.</summary>
    private void Reach(Statement statement)
    {
        if (_reached.Reach(statement.Start))
        {
            _patience.BringNews(-_steps);
        }
        else if (!_isHinted && _patience.IsOver(-_steps))
        {
            throw new TraceLimitException();
        }
    }

    /// <summary>A value of so many bytes is made.</summary>
    private bool MayMake(long bytes)
    {
        Step(bytes / BytesPerStep);
        _made -= bytes;
        return bytes <= DecodingLimits.MostBytes && _made >= 0;
    }

    private bool TryEnter()
    {
        if (_depth >= DeepestCalls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _depth++;
        return true;
    }

    private void Note(Execution execution)
    {
        var key = (execution.Place, execution.Kind);
        if (!_seen.TryGetValue(key, out var index))
        {
            _seen[key] = _executions.Count;
            _executions.Add(execution);
            return;
        }

        // The same place with other data: what says more stays, and so does who leads there.
        var known = _executions[index];
        var code = Traced.Prefer(execution.Code, known.Code);
        var entry = known.Entry is not null && _handlers.ContainsKey(known.Entry) ? known.Entry : execution.Entry ?? known.Entry;
        _executions[index] = known with { Code = code, Entry = entry, IsDisguised = known.IsDisguised || execution.IsDisguised, Target = known.Target ?? execution.Target };
    }
}
