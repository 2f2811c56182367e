using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>Which of some objects lie on a cycle of references: Tarjan's search for strongly connected parts, without recursion.</summary>
internal sealed class CycleSearch
{
    private readonly Dictionary<HeapObject, int> _numbers = [];
    private readonly Dictionary<HeapObject, int> _lowest = [];
    private readonly Stack<HeapObject> _part = new();
    private readonly HashSet<HeapObject> _isInPart = [];
    private readonly Stack<(HeapObject Target, List<HeapObject> Held, int Next)> _way = new();
    private readonly HashSet<HeapObject> _onCycle = [];

    /// <summary>Those of the objects that reach themselves, in their order.</summary>
    public static List<HeapObject> Find(List<HeapObject> objects)
    {
        var search = new CycleSearch();
        foreach (var one in objects)
        {
            if (!search._numbers.ContainsKey(one))
            {
                search.Walk(one);
            }
        }

        return objects.FindAll(search._onCycle.Contains);
    }

    private void Walk(HeapObject start)
    {
        Enter(start);
        while (_way.TryPop(out var step))
        {
            if (step.Next < step.Held.Count)
            {
                _way.Push(step with { Next = step.Next + 1 });
                Look(step.Target, step.Held[step.Next]);
            }
            else
            {
                Leave(step.Target);
            }
        }
    }

    private void Enter(HeapObject target)
    {
        _numbers[target] = _lowest[target] = _numbers.Count;
        _part.Push(target);
        _isInPart.Add(target);
        _way.Push((target, HeldBy(target), 0));
    }

    private void Look(HeapObject from, HeapObject to)
    {
        if (ReferenceEquals(from, to))
        {
            _onCycle.Add(from);
        }
        else if (!_numbers.TryGetValue(to, out var number))
        {
            Enter(to);
        }
        else if (_isInPart.Contains(to))
        {
            _lowest[from] = Math.Min(_lowest[from], number);
        }
    }

    private void Leave(HeapObject target)
    {
        if (_way.TryPeek(out var outer))
        {
            _lowest[outer.Target] = Math.Min(_lowest[outer.Target], _lowest[target]);
        }

        if (_lowest[target] != _numbers[target])
        {
            return;
        }

        var isAlone = ReferenceEquals(_part.Peek(), target);
        HeapObject member;
        do
        {
            member = _part.Pop();
            _isInPart.Remove(member);
            if (!isAlone)
            {
                _onCycle.Add(member);
            }
        }
        while (!ReferenceEquals(member, target));
    }

    private static List<HeapObject> HeldBy(HeapObject target)
    {
        var held = new List<HeapObject>();
        foreach (ref readonly var slot in target.OwnSlots)
        {
            Add(held, slot.Value);
        }

        if (target.Contents is { } contents)
        {
            foreach (ref readonly var value in contents.References)
            {
                Add(held, value);
            }
        }

        if (target.Payload is BoundMethodValue method)
        {
            Add(held, method.Receiver);
        }

        return held;
    }

    private static void Add(List<HeapObject> held, in Value value)
    {
        if (value.Reference is { IsLeaf: false } reference && reference.Kind is not (ObjectKind.Growth or ObjectKind.Int or ObjectKind.Float))
        {
            held.Add(reference);
        }
    }
}
