using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>Goes from variables to all that they hold, until some objects are found or there is nothing left.</summary>
internal sealed class LifeSearch
{
    private readonly HashSet<HeapObject> _wanted;
    private readonly HashSet<HeapObject> _seen = [];
    private readonly Stack<HeapObject> _open = new();

    public LifeSearch(IEnumerable<HeapObject> wanted)
    {
        _wanted = [.. wanted];
    }

    public HashSet<HeapObject> Found { get; } = [];

    public int Visits => _seen.Count;

    public bool IsOpen => Found.Count < _wanted.Count;

    /// <summary>The variables of a run of a function, of those around it, and of its callers.</summary>
    public void Enter(Frame frame)
    {
        for (Frame? caller = frame; caller is not null; caller = caller.Caller)
        {
            for (Frame? scope = caller; scope is not null; scope = scope.Closure)
            {
                Enter(scope.Storage);
            }

            Reach(caller.ReturnValue);
        }
    }

    public void Enter(HeapObject target)
    {
        if (!_seen.Add(target))
        {
            return;
        }

        if (_wanted.Contains(target))
        {
            Found.Add(target);
        }

        _open.Push(target);
    }

    public void EnterAll(IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            Reach(value);
        }
    }

    public void Run()
    {
        while (IsOpen && _open.TryPop(out var target))
        {
            foreach (ref readonly var slot in target.Locals)
            {
                Reach(slot.Value);
            }

            foreach (ref readonly var slot in target.OwnSlots)
            {
                Reach(slot.Value);
                if (slot.Key.Name is HeapObject held && slot.Key.Kind == SlotKind.Group)
                {
                    Enter(held.Resolve());
                }
            }

            if (target.Contents is { } contents)
            {
                foreach (ref readonly var value in contents.References)
                {
                    Reach(value);
                }
            }

            ReachPayload(target.Payload);
        }
    }

    private void ReachPayload(object? payload)
    {
        switch (payload)
        {
            case BoundMethodValue method:
                Reach(method.Receiver);
                break;
            case FunctionValue { Closure: { } closure }:
                Enter(closure.Storage);
                break;
            case GeneratorValue { Closure: { } closure } generator:
                Enter(closure.Storage);
                Reach(generator.First);
                break;
            case IteratorValue iterator:
                EnterAll(iterator.Sources);
                break;
            case DictView view:
                Enter(view.Dict);
                break;
            case HeapObject type:
                Enter(type);
                break;
            default:
                break;
        }
    }

    private void Reach(in Value value)
    {
        if (value.Reference is { } target && target.Kind != ObjectKind.Growth)
        {
            Enter(target);
        }
    }
}
