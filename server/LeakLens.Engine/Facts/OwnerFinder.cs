using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Python.Binding;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Walks the heap from what outlives the program's code (the names of the module, then what entry points returned) and
/// notes the first, that is the shortest, path to every object.
/// </summary>
internal sealed class OwnerFinder
{
    private const int MostObjects = 100_000;

    private readonly Dictionary<HeapObject, Owner> _owners = [];
    private readonly Dictionary<HeapObject, HeapObject?> _holders = [];
    private readonly Queue<HeapObject> _queue = new();
    private readonly CancellationToken _cancellation;
    private HeapObject? _from;

    private OwnerFinder(CancellationToken cancellation) => _cancellation = cancellation;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static OwnerFinder Search(Evaluator evaluator, CancellationToken cancellation)
    {
        var finder = new OwnerFinder(cancellation);
        finder.EnterFrame(evaluator.ModuleFrame, Lifetime.Module, prefix: null);
        finder.Walk();
        finder._from = null;
        foreach (var client in evaluator.Clients)
        {
            finder.Reach(client, new Owner(Path: "self", Lifetime.Instance));
        }

        finder.Walk();
        finder._from = null;
        foreach (var result in evaluator.EntryResults)
        {
            finder.Reach(result, new Owner(Path: null, Lifetime.Caller));
        }

        finder.Walk();
        return finder;
    }

    public Owner OwnerOf(HeapObject target) => _owners.GetValueOrDefault(target, Owner.Nobody);

    /// <summary>The objects on the path from the owner to <paramref name="target"/>, the nearest first, itself left out.</summary>
    public IEnumerable<HeapObject> HoldersOf(HeapObject target)
    {
        for (var holder = _holders.GetValueOrDefault(target); holder is not null; holder = _holders.GetValueOrDefault(holder))
        {
            yield return holder;
        }
    }

    private void EnterFrame(Frame frame, Lifetime lifetime, string? prefix)
    {
        foreach (var symbol in frame.Scope.Symbols)
        {
            Reach(frame.Storage.Get(frame.KeyOf(symbol)), new Owner(prefix + symbol.Name, lifetime));
        }

        foreach (var slot in frame.Storage.Slots)
        {
            if (slot.Key.Kind == SlotKind.Attribute && slot.Key.Name is string name)
            {
                Reach(slot.Value, new Owner(prefix + name, lifetime));
            }
        }
    }

    /// <summary>A function keeps of the frames around it only the names that functions inside them use.</summary>
    private void EnterCells(Frame closure, Owner owner)
    {
        for (var frame = closure; frame is { Scope.Kind: not ScopeKind.Module } && _owners.TryAdd(frame.Storage, owner); frame = frame.Closure)
        {
            foreach (var symbol in frame.Scope.Symbols)
            {
                if (symbol.Use == SymbolUse.Cell)
                {
                    Reach(frame.Storage.Get(frame.KeyOf(symbol)), new Owner(symbol.Name, Lifetime.Closure));
                }
            }
        }
    }

    private void Reach(Value value, Owner owner)
    {
        foreach (var alternative in value.Alternatives)
        {
            Reach(alternative, owner);
        }

        if (value.Reference is { } target)
        {
            Reach(target, owner);
        }
    }

    private void Reach(HeapObject target, Owner owner)
    {
        if (_owners.Count < MostObjects && _owners.TryAdd(target, owner))
        {
            _holders[target] = _from;
            _queue.Enqueue(target);
        }
    }

    private void Walk()
    {
        while (_queue.TryDequeue(out var target))
        {
            _cancellation.ThrowIfCancellationRequested();
            var owner = _owners[target];
            _from = target;
            foreach (var slot in target.Slots)
            {
                Follow(target, owner, slot);
            }

            if (target.Payload is FunctionValue { Closure: var closure })
            {
                EnterCells(closure, owner);
            }
        }
    }

    private void Follow(HeapObject target, Owner owner, Slot slot)
    {
        switch (slot.Key.Kind)
        {
            case SlotKind.Group when slot.Value.Number.High > 0 && slot.Key.Name is HeapObject held:
                Reach(held.Resolve(), owner with { Path = owner.Path + "[...]" });
                break;
            case SlotKind.Attribute when slot.Key.Name is string name && !name.StartsWith('<'):
                Reach(slot.Value, new Owner(Join(target.Kind == ObjectKind.Generator ? Join(owner.Path, "gi_frame") : owner.Path, name), Longer(target, owner.Lifetime)));
                break;
            case SlotKind.Attribute when slot.Key.Name is string name && name.StartsWith("<default>", StringComparison.Ordinal):
                Reach(slot.Value, owner with { Path = name["<default>".Length..] });
                break;
            case SlotKind.Recent or SlotKind.RecentKeyObject:
                Reach(slot.Value, owner with { Path = owner.Path + "[...]" });
                break;
            case SlotKind.Attribute when slot.Key.Name is "<for>" or "<from>" or "<with>" or "<columns>" or "<block>" or "<values>":
                Reach(slot.Value, owner);
                break;
            case SlotKind.Item or SlotKind.Key:
                Reach(slot.Value, owner with { Path = owner.Path + "[" + Subscript(slot.Key) + "]" });
                break;
            default:
                break;
        }
    }

    private static string Join(string? path, string name) => path is null ? name : path + "." + name;

    private static string Subscript(SlotKey key) =>
        key.Name is string text ? "\"" + text + "\"" : key.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Lifetime Longer(HeapObject target, Lifetime lifetime) => target.Kind switch
    {
        ObjectKind.Class => Lifetime.Class,
        ObjectKind.Instance when lifetime is Lifetime.Module => Lifetime.Instance,
        _ => lifetime,
    };
}
