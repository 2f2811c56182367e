using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Evaluation.Strands;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Threads and tasks in the exact run: they start, wait for each other and go on as CPython's do, in an order that is always the
/// same. The abstract run has <see cref="Spawn"/> instead.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<HeapObject, Signal> _signals = [];
    private StrandScheduler? _strands;

    private StrandScheduler Strands => _strands ??= new StrandScheduler();

    /// <summary>Ends the threads that the module left waiting.</summary>
    private void EndStrands()
    {
        FramesOfThreads = [.. FramesOfWaitingThreads()];
        _strands?.Dispose();
    }

    /// <summary>Threads, tasks, locks ... are only equal to themselves.</summary>
    private static bool IsBeside(TypeModel type) => StrandTypes.Of(type).Kind != StrandKind.Nothing || type.QualifiedName is "weakref.finalize";

    private Signal SignalOf(HeapObject target)
    {
        if (!_signals.TryGetValue(target, out var signal))
        {
            _signals.Add(target, signal = new Signal());
        }

        return signal;
    }

    /// <summary>What an evaluation keeps outside the heap, while another strand runs.</summary>
    private sealed record Registers(Frame Frame, LoopActivation? Loop, int Depth, Completion AfterCall, int Tries, Value[] Temporaries, Value Raised, Value Handled, HeapObject? Context)
    {
        /// <summary>Of a thread: the frame that started it, which is none of its own.</summary>
        public Frame? Starter { get; init; }
    }

    /// <summary>Of the thread that runs now: the frame that started it. Null in the first thread, and in tasks.</summary>
    private Frame? _starter;

    /// <summary>The frames of threads that still wait when the module has run: what they refer to is held.</summary>
    public IReadOnlyList<Frame> FramesOfThreads { get; private set; } = [];

    private IEnumerable<Frame> FramesOfWaitingThreads()
    {
        foreach (var registers in _waiting)
        {
            for (var frame = registers.Starter is null ? null : registers.Frame; frame is not null && !ReferenceEquals(frame, registers.Starter); frame = frame.Caller)
            {
                yield return frame;
            }
        }
    }

    private Registers SaveRegisters()
    {
        var registers = new Registers(_frame, _loop, _depth, _afterCall, _tries, [.. _temporaries], Raised, _thread.Get(SlotKey.Attribute(HandledSlot)), _context) { Starter = _starter };
        _waiting.Add(registers);
        return registers;
    }

    private void Restore(Registers registers)
    {
        _waiting.Remove(registers);
        _starter = registers.Starter;
        (_frame, _loop, _depth, _afterCall, _tries, _context) = (registers.Frame, registers.Loop, registers.Depth, registers.AfterCall, registers.Tries, registers.Context);
        _temporaries.Clear();
        _temporaries.AddRange(registers.Temporaries);
        SetRaised(registers.Raised);
        _heap.Set(_thread, SlotKey.Attribute(HandledSlot), registers.Handled);
    }

    /// <summary>Makes a strand that begins where the present one stands.</summary>
    /// <param name="context">The values of context variables that it begins with.</param>
    /// <param name="isThread">It is a thread, and lasts until its function returns.</param>
    private Strand BeginStrand(Action body, HeapObject? context = null, bool isThread = false)
    {
        var registers = new Registers(_frame, _loop, _depth, Completion.Normal, _tries, [], Value.Absent, Value.Absent, context) { Starter = isThread ? _frame : null };
        return Strands.Begin(() =>
        {
            Restore(registers);
            body();
        });
    }

    private void RunFirst(Strand strand)
    {
        var registers = SaveRegisters();
        Strands.RunFirst(strand);
        Restore(registers);
    }

    /// <summary>Lets others run until something is so. False when a moment came first, or the wait was cancelled.</summary>
    private bool WaitUntil(Func<bool> awaited, double seconds = double.PositiveInfinity)
    {
        if (awaited())
        {
            return true;
        }

        return seconds > 0 && Pause(awaited, seconds);
    }

    private bool Pause(Func<bool> awaited, double seconds)
    {
        var registers = SaveRegisters();
        Strands.WaitUntil(awaited, Strands.Now + seconds);
        Restore(registers);
        if (Strands.Current.IsCancelled)
        {
            Strands.Current.IsCancelled = false;
            RaiseNew("asyncio.CancelledError", Value.Absent, _frame.Scope.Node);
            return false;
        }

        return awaited();
    }

    private Value Sleep(Value seconds)
    {
        if (SecondsOf(seconds) is not { } time)
        {
            throw new NotDeterminedException();
        }

        if (_strands is not null)
        {
            Pause(static () => false, Math.Max(0, time));
        }
        else if (time > 0)
        {
            _slept += time;
        }

        return Value.None;
    }

    private static double? SecondsOf(Value seconds) => seconds.Kind switch
    {
        ValueKind.Float => seconds.FloatValue,
        ValueKind.Int or ValueKind.Bool when seconds.Number.IsExact => seconds.Number.Low,
        _ => null,
    };

    /// <summary>A time limit: none when it is not given or None.</summary>
    private static double LimitOf(Value seconds)
    {
        if (seconds.IsAbsent || seconds.Kind == ValueKind.None)
        {
            return double.PositiveInfinity;
        }

        return SecondsOf(seconds) ?? throw new NotDeterminedException();
    }

    private static Value Argument(CallArguments arguments, int index, string name) => arguments.Find(name) is { IsAbsent: false } named ? named : arguments[index];

    /// <summary>A method of a library object that has to do with threads and tasks; null when its model says all.</summary>
    private Value? CallStrandMethod(HeapObject target, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        var (kind, isAsync) = StrandTypes.Of(type);
        return kind switch
        {
            StrandKind.Nothing => null,
            StrandKind.Thread or StrandKind.Timer => CallThreadMethod(target, name, arguments, node),
            StrandKind.Lock => CallLockMethod(target, name, isAsync, node),
            StrandKind.Event => CallEventMethod(target, name, arguments, isAsync, node),
            StrandKind.Condition => CallConditionMethod(target, name, arguments, isAsync, node),
            StrandKind.Semaphore => CallSemaphoreMethod(target, name, arguments, isAsync, node),
            StrandKind.Barrier => CallBarrierMethod(target, name),
            StrandKind.Queue => CallQueueMethod(target, type, name, arguments, isAsync, node),
            StrandKind.Executor => CallExecutorMethod(target, name, arguments, node),
            StrandKind.Future => CallFutureMethod(target, name, arguments, node),
            StrandKind.TaskGroup or StrandKind.EventLoop => CallLoopMethod(target, name, arguments, node),
            _ => null,
        };
    }

    /// <summary>Functions that start, run or wait for tasks; null for all others.</summary>
    private Value? CallStrandFunction(string name, CallArguments arguments, SyntaxNode node) => name switch
    {
        "time.sleep" => Sleep(arguments[0]),
        "asyncio.sleep" => Later(() => Sleep(arguments[0]) is var nothing && arguments[1].IsAbsent ? nothing : arguments[1], node),
        "contextvars.copy_context" => Value.Of(CopyContext(_context, node)),
        "asyncio.run" => RunLoopOf(arguments[0], node),
        "asyncio.create_task" or "asyncio.ensure_future" => NameTask(TaskOf(arguments[0], node), arguments),
        "asyncio.gather" => GatherTasks(arguments, node),
        "asyncio.wait_for" => WaitFor(arguments, node),
        "asyncio.wait" => WaitForAll(arguments[0], node),
        "asyncio.to_thread" => Later(() => Call(arguments[0], new CallArguments([.. arguments.Positional.Skip(1)], arguments.Named), node), node),
        "asyncio.as_completed" or "concurrent.futures.as_completed" => InOrderOfEnd(arguments[0], node),
        _ => null,
    };
}
