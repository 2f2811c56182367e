using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Python.Binding;

namespace LeakLens.Engine.Evaluation;

/// <summary>One run of a module, function, class body or comprehension: its names and what it returned so far.</summary>
internal sealed class Frame
{
    private readonly ModuleRun? _module;
    private GeneratorExchange? _exchange;

    public Frame(Scope scope, HeapObject storage, Frame? closure, Frame? caller, int context)
    {
        Scope = scope;
        Storage = storage;
        Closure = closure;
        _module = closure?._module;
        Caller = caller;
        Context = context;
    }

    public Scope Scope { get; }

    /// <summary>The heap object whose slots are the names.</summary>
    public HeapObject Storage { get; }

    /// <summary>The frame of the enclosing scope, which outlives its own run while this one can be called.</summary>
    public Frame? Closure { get; }

    public Frame? Caller { get; }

    /// <summary>The module whose code runs here: that of the frame it closes over, where nothing else is said.</summary>
    public ModuleRun Module
    {
        get => _module ?? throw new InvalidOperationException("The frame belongs to no module.");
        init => _module = value;
    }

    /// <summary>Identifies the chain of calls.</summary>
    public int Context { get; }

    /// <summary>The function object that runs here.</summary>
    public HeapObject? Function { get; init; }

    /// <summary>How many forks were open when it began.</summary>
    public int OpenForks { get; init; }

    /// <summary>The slot of one of its names.</summary>
    public SlotKey KeyOf(Symbol symbol) => Storage.Kind == ObjectKind.Generator ? SlotKey.Attribute(symbol.Name) : SlotKey.Local(symbol.Index);

    public Value ReturnValue { get; set; } = Value.Absent;

    public List<PendingExit> Pending { get; } = [];

    /// <summary>The innermost loop that runs in this frame.</summary>
    public LoopActivation? Loop { get; set; }

    /// <summary>The body of a generator that runs until its next <c>yield</c> and then stops.</summary>
    public bool IsSuspendable { get; set; }

    /// <summary>The body of a generator that a library runs, as a coroutine is run: whatever it yields, it goes on with what that gives.</summary>
    public bool IsDriven { get; init; }

    /// <summary>The place in the text where it stopped and now goes on; null once it has got there.</summary>
    public int? ResumeAt { get; set; }

    /// <summary>What <c>send</c> brought.</summary>
    public Value Sent
    {
        get => _exchange is { } exchange ? exchange.Sent : Value.Absent;
        set => Exchange.Sent = value;
    }

    /// <summary>What <c>throw</c> brought, or the exception that ends a <c>with</c>.</summary>
    public Value Thrown
    {
        get => _exchange is { } exchange ? exchange.Thrown : Value.Absent;
        set => Exchange.Thrown = value;
    }

    public Value Yielded
    {
        get => _exchange is { } exchange ? exchange.Yielded : Value.Absent;
        set => Exchange.Yielded = value;
    }

    /// <summary>It may as well have gone another way.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>What <c>yield</c> hands to whoever iterates; null outside a generator that runs at once.</summary>
    public Func<Value, Completion>? OnYield { get; set; }

    private GeneratorExchange Exchange => _exchange ??= new GeneratorExchange();

    /// <summary>Few frames are those of generators.</summary>
    private sealed class GeneratorExchange
    {
        public Value Sent { get; set; }

        public Value Thrown { get; set; }

        public Value Yielded { get; set; }
    }
}
