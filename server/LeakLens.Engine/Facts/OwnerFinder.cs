using System.Globalization;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Walks the heap from what outlives the program's code (the names of the module, then what entry points returned) and
/// notes the first, that is the shortest, path to every object.
/// </summary>
internal sealed class OwnerFinder
{
    private const int MostObjects = 300_000;

    /// <summary>Of a longer path the steps nearest to the object are left out.</summary>
    private const int LongestPath = 12;

    private readonly Dictionary<HeapObject, Link> _links = [];
    private readonly Queue<HeapObject> _queue = new();
    private readonly CancellationToken _cancellation;
    private readonly HashSet<HeapObject> _clients = [];
    private readonly HashSet<HeapObject> _held = [];
    private HeapObject? _from;

    private OwnerFinder(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Every object that something outlives the code with, those nearest to a name first.</summary>
    public IEnumerable<HeapObject> Reached => _links.Keys;

    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static OwnerFinder Search(Evaluator evaluator, CancellationToken cancellation)
    {
        var finder = new OwnerFinder(cancellation);
        finder.EnterModule(evaluator.ModuleFrame, string.Empty);
        foreach (var module in evaluator.ImportedModules)
        {
            finder.EnterModule(module.Frame, module.NameOfSource + ".");
        }

        foreach (var frame in evaluator.FramesOfThreads)
        {
            finder.EnterLocals(frame);
        }

        finder.Walk();
        finder._from = null;
        foreach (var client in evaluator.Clients)
        {
            if (client.Reference is { } instance)
            {
                finder._clients.Add(instance);
            }

            finder.Reach(client, new Link(null, "self", Lifetime.Instance) { IsOfWorld = true });
        }

        finder.Walk();
        finder._from = null;
        foreach (var result in evaluator.EntryResults)
        {
            finder.Reach(result, new Link(null, null, Lifetime.Caller));
        }

        finder.Walk();
        return finder;
    }

    /// <summary>Something that outlives the code holds the bytes, array or table itself, and does not just look into it.</summary>
    public bool IsHeld(HeapObject target) => _held.Contains(target);

    public Owner OwnerOf(HeapObject target)
    {
        if (!_links.TryGetValue(target, out var link))
        {
            return Owner.Nobody;
        }

        var isOfWorld = false;
        var steps = new List<Link>();
        for (var (at, next) = (target, link); ; next = _links[at])
        {
            steps.Add(next);
            isOfWorld |= _clients.Contains(at);
            if (next.Holder is not { } holder || next.IsOwnName)
            {
                break;
            }

            at = holder;
        }

        steps.Reverse();
        string? path = null;
        foreach (var step in steps.Take(LongestPath))
        {
            path = step.Join(path);
        }

        return new Owner(path, link.Lifetime) { IsOfWorld = isOfWorld || steps[0].IsOfWorld };
    }

    /// <summary>The name of the attribute that refers to <paramref name="target"/>, or to a collection around it; null when none does.</summary>
    public string? AttributeOf(HeapObject target)
    {
        var link = _links.GetValueOrDefault(target);
        while (link is { Holder: { Kind: not (ObjectKind.Instance or ObjectKind.Class) } collection })
        {
            link = _links.GetValueOrDefault(collection);
        }

        return link?.Holder is null ? null : link.Step;
    }

    /// <summary>The objects on the path from the owner to <paramref name="target"/>, the nearest first, itself left out.</summary>
    public IEnumerable<HeapObject> HoldersOf(HeapObject target)
    {
        for (var holder = _links.GetValueOrDefault(target)?.Holder; holder is not null; holder = _links.GetValueOrDefault(holder)?.Holder)
        {
            yield return holder;
        }
    }

    /// <summary>
    /// The definition of the class or function through which <paramref name="target"/>, or a collection around it, is held: an attribute of an
    /// instance or class, a function's attribute, default or closed-over name.
    /// </summary>
    public SyntaxNode? DefinitionOfHolder(HeapObject target, out Holding holding)
    {
        var link = _links.GetValueOrDefault(target);
        while (link is { IsOwnName: false, Holder: { Kind: ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Tuple or ObjectKind.Deque } collection })
        {
            link = _links.GetValueOrDefault(collection);
        }

        holding = link is null ? Holding.Other : HoldingOf(link);
        return link?.Holder?.Payload switch
        {
            FunctionValue function => function.Definition,
            ClassValue itself => itself.Definition,
            HeapObject { Payload: ClassValue type } => type.Definition,
            _ => null,
        };
    }

    private static Holding HoldingOf(Link link) => link.Holder?.Payload switch
    {
        FunctionValue when link.IsDefault => Holding.Default,
        FunctionValue => link.IsOwnName ? Holding.Closure : Holding.Function,
        ClassValue => Holding.Class,
        HeapObject { Payload: ClassValue } => Holding.Instance,
        TypeModel { QualifiedName: "functools.partial" or "functools.partialmethod" } => Holding.Bound,
        _ => Holding.Other,
    };

    private void EnterModule(Frame frame, string prefix)
    {
        foreach (var symbol in frame.Scope.Symbols)
        {
            Reach(frame.Storage.Get(frame.KeyOf(symbol)), new Link(null, prefix + symbol.Name, Lifetime.Module));
        }

        foreach (var slot in frame.Storage.Slots)
        {
            if (slot.Key.Kind == SlotKind.Attribute && slot.Key.Name is string name)
            {
                Reach(slot.Value, new Link(null, prefix + name, Lifetime.Module));
            }
        }
    }

    /// <summary>The local variables of a function that a thread still runs.</summary>
    private void EnterLocals(Frame frame)
    {
        var name = frame.Scope.Node is FunctionDef function ? function.Name + "." : string.Empty;
        foreach (var symbol in frame.Scope.Symbols)
        {
            if (symbol.Use is SymbolUse.Local or SymbolUse.Cell)
            {
                Reach(frame.Storage.Get(frame.KeyOf(symbol)), new Link(null, name + symbol.Name, Lifetime.Module));
            }
        }
    }

    /// <summary>A function keeps of the frames around it only the names that functions inside them use.</summary>
    private void EnterCells(Frame closure, Link link)
    {
        for (var frame = closure; frame is { Scope.Kind: not ScopeKind.Module } && _links.TryAdd(frame.Storage, link); frame = frame.Closure)
        {
            foreach (var symbol in frame.Scope.Symbols)
            {
                if (symbol.Use == SymbolUse.Cell)
                {
                    Reach(frame.Storage.Get(frame.KeyOf(symbol)), new Link(_from, symbol.Name, Lifetime.Closure) { IsOwnName = true });
                }
            }
        }
    }

    private void Reach(Value value, Link link)
    {
        foreach (var alternative in value.Alternatives)
        {
            Reach(alternative, link);
        }

        if (value.Reference is not { } target || _links.Count >= MostObjects)
        {
            return;
        }

        if (!link.IsSight && target.Kind is ObjectKind.Opaque or ObjectKind.Bytes or ObjectKind.ByteArray)
        {
            _held.Add(target);
        }

        if (_links.TryAdd(target, link))
        {
            _queue.Enqueue(target);
        }
    }

    private void Walk()
    {
        while (_queue.TryDequeue(out var target))
        {
            _cancellation.ThrowIfCancellationRequested();
            var link = _links[target];
            _from = target;
            foreach (var slot in target.Slots)
            {
                Follow(target, link, slot);
            }

            if (target.Payload is FunctionValue { Closure: var closure })
            {
                EnterCells(closure, link);
            }
        }
    }

    private void Follow(HeapObject target, Link link, Slot slot)
    {
        switch (slot.Key.Kind)
        {
            case SlotKind.Group when slot.Value.Number.High > 0 && slot.Key.Name is HeapObject held:
                Reach(Value.Of(held.Resolve()), new Link(target, "[...]", link.Lifetime));
                break;
            case SlotKind.Attribute when slot.Key.Name is string name && !name.StartsWith('<'):
                var attribute = target.Kind == ObjectKind.Generator ? "gi_frame." + name : name;
                Reach(slot.Value, new Link(target, attribute, Longer(target, link.Lifetime)) { IsSight = ViewFinder.IsSight(target, slot.Key) });
                break;
            case SlotKind.Attribute when slot.Key.Name is string name && name.StartsWith("<default>", StringComparison.Ordinal):
                Reach(slot.Value, new Link(target, name["<default>".Length..], link.Lifetime) { IsOwnName = true, IsDefault = true });
                break;
            case SlotKind.Recent or SlotKind.RecentKeyObject:
                Reach(slot.Value, new Link(target, "[...]", link.Lifetime));
                break;
            case SlotKind.Attribute when slot.Key.Name is "<for>" or "<from>" or "<with>" or "<columns>" or "<block>" or "<values>":
                Reach(slot.Value, new Link(target, string.Empty, link.Lifetime));
                break;
            case SlotKind.Item or SlotKind.Key:
                Reach(slot.Value, new Link(target, slot.Key.Name is string text ? text : null, link.Lifetime) { Index = slot.Key.Number, IsItem = true });
                break;
            default:
                break;
        }
    }

    private static Lifetime Longer(HeapObject target, Lifetime lifetime) => target.Kind switch
    {
        ObjectKind.Class => Lifetime.Class,
        ObjectKind.Instance when lifetime is Lifetime.Module => Lifetime.Instance,
        _ => lifetime,
    };

    /// <summary>How an object is reached: from what, by what step, and how long that lasts.</summary>
    private sealed record Link(HeapObject? Holder, string? Step, Lifetime Lifetime)
    {
        /// <summary>The step is a name by itself: what leads to it is not told.</summary>
        public bool IsOwnName { get; init; }

        public bool IsItem { get; init; }

        /// <summary>The holder looks into it.</summary>
        public bool IsSight { get; init; }

        public bool IsDefault { get; init; }

        public bool IsOfWorld { get; init; }

        public long Index { get; init; }

        /// <summary>The path to the object as a reader would write it.</summary>
        public string? Join(string? path)
        {
            if (IsItem)
            {
                return path + "[" + (Step is { } key ? "\"" + key + "\"" : Index.ToString(CultureInfo.InvariantCulture)) + "]";
            }

            return string.IsNullOrEmpty(Step) ? path
                : path is null || Step.StartsWith('[') ? path + Step
                : path + "." + Step;
        }
    }
}
