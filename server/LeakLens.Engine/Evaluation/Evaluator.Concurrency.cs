using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Tasks and threads. What comes to an end runs where it is started: nobody can tell the difference in memory. What runs until
/// it is told to stop waits in a registry, and runs when the code that started it waits for it, or is done.
/// </summary>
internal sealed partial class Evaluator
{
    private const string ServicesRegistry = "threading._active";

    private readonly Dictionary<SyntaxNode, bool> _services = [];

    /// <summary><c>await x</c>.</summary>
    private Value Await(Value awaited, SyntaxNode node)
    {
        if (IsExact && AwaitExactly(awaited) is { } result)
        {
            return result;
        }

        switch (awaited.Reference)
        {
            case { Kind: ObjectKind.Generator } coroutine:
                return RunCoroutine(coroutine, node);
            case { Payload: TypeModel type } future when type.FindMethod("__await__") is { } method:
                return RunModel(method, Value.Of(future), CallArguments.None, node);
            case { Kind: not (ObjectKind.Instance or ObjectKind.Opaque) }:
                return awaited;
            default:
                return awaited.Kind == ValueKind.Union ? Value.Unknown : CallSpecial(awaited, "__await__", CallArguments.None, node) ?? Value.Unknown;
        }
    }

    private bool IsService(Value callable)
    {
        var definition = callable.Reference?.Payload switch
        {
            FunctionValue function => function.Definition,
            BoundMethodValue { Function.Payload: FunctionValue method } => method.Definition,
            GeneratorValue coroutine => coroutine.Definition?.Definition,
            _ => null,
        };
        if (definition is null)
        {
            return false;
        }

        if (!_services.TryGetValue(definition, out var known))
        {
            known = ServiceFinder.IsService(definition);
            _services.Add(definition, known);
        }

        return known;
    }

    /// <summary>Runs a coroutine or calls a function beside the code that started it.</summary>
    private Value Spawn(Value started, Value behaviour, SyntaxNode node)
    {
        if (IsService(behaviour))
        {
            if (started.Reference is { } service && RegistryOf(ServicesRegistry, "list", node).Reference is { } registry)
            {
                AddReference(registry, service, Quantity.One);
            }

            return Value.Unknown;
        }

        return RunBeside(started, node);
    }

    /// <summary>Something runs beside the module's own code: a loop that waits for it never ends where one runs after the other.</summary>
    private bool _hasBegunBeside;

    private Value RunBeside(Value started, SyntaxNode node)
    {
        _hasBegunBeside = true;
        var result = started.Reference is { Kind: ObjectKind.Generator } ? Await(started, node) : Call(started, CallArguments.None, node);

        // Whatever ends a thread or task ends nothing else.
        _afterCall = Completion.Normal;
        return result;
    }

    /// <summary>Runs what was started and has not been run yet.</summary>
    private void SettleServices(SyntaxNode node)
    {
        if (ModuleFrame.Storage.Get(SlotKey.Attribute(ServicesRegistry)).Reference is not { } registry)
        {
            return;
        }

        for (var i = 0; i < registry.Slots.Length; i++)
        {
            var slot = registry.Slots[i];
            if (slot.Key is { Kind: SlotKind.Group, Name: HeapObject service } && slot.Value.Number.High > 0)
            {
                _heap.Set(registry, slot.Key, Value.Absent);
                RunBeside(Value.Of(service.Resolve()), node);
            }
        }
    }

    /// <summary>Bytes of a task that waits with all others for the last of them: its coroutine, its handle, its place among all tasks. Measured on CPython 3.11.</summary>
    private const long WaitingTask = 1_200;

    /// <summary>asyncio.gather(*awaitables): a list of results.</summary>
    private Value Gather(CallArguments arguments, SyntaxNode node)
    {
        var results = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        if (!arguments.HasUnknownMore || arguments.Starred.IsAbsent)
        {
            foreach (var awaitable in arguments.Positional)
            {
                Add(results, Await(awaitable, node), node, "gather");
            }

            return Value.Of(results);
        }

        IterateInside(node, arguments.Starred, awaitable =>
        {
            Add(results, Await(awaitable, node), node, "gather");
            return AfterCall();
        });
        _growths.Besides(results, results.GetMeta(Meta.Length) * WaitingTask);
        return Value.Of(results);
    }

    /// <summary>A call of a function under functools.cache or lru_cache.</summary>
    private Value CallCached(HeapObject wrapper, CallArguments arguments, SyntaxNode node)
    {
        var function = wrapper.Get(SlotKey.Attribute("__wrapped__"));
        if (wrapper.Get(SlotKey.Attribute("cache")).Reference is not { } entries)
        {
            return Call(function, arguments, node);
        }

        var single = arguments is { Named.Count: 0, Positional: [var only], HasUnknownMore: false } && (only.Kind == ValueKind.Int || IsText(only) || only.IsUnknown);
        var key = single ? arguments[0] : Value.Of(NewTuple([.. arguments.Positional, .. arguments.Named.Select(static named => named.Value)], node));
        if (entries.Contents is EntryContents known)
        {
            return CallCachedExactly(wrapper, entries, known, key, () => Call(function, arguments, node), node);
        }

        var held = HoldsKey(entries, key, node, Loops.KeyUse.Insert);
        if (held == true)
        {
            return ElementOf(Value.Of(entries));
        }

        var result = Call(function, arguments, node);
        if (_afterCall != Completion.Normal)
        {
            return result;
        }

        var limit = wrapper.Get(SlotKey.Attribute("maxsize"));
        var isFull = limit.Kind == ValueKind.Int && !DecideBelow(entries.GetMeta(Meta.Length), limit.Number, node);
        if (isFull)
        {
            Shrink(entries, Quantity.One);
        }

        SetKey(entries, key, result, node, isLiteral: false);
        return held is null ? Value.Join(result, ElementOf(Value.Of(entries))) : result;
    }

    /// <summary>As above, where the entries are known: the one that was not asked for the longest has to go.</summary>
    private Value CallCachedExactly(HeapObject wrapper, HeapObject cache, EntryContents entries, Value key, Func<Value> call, SyntaxNode node)
    {
        var identity = RequireKey(key);
        if (entries.Holds(identity))
        {
            entries.MoveToEnd(identity);
            return entries.ValueOf(identity);
        }

        var result = call();
        if (_afterCall != Completion.Normal || entries.Holds(identity))
        {
            return result;
        }

        if (wrapper.Get(SlotKey.Attribute("maxsize")) is { Kind: ValueKind.Int, Number: { IsExact: true } limit } && entries.Count >= limit.Low)
        {
            if (limit.Low <= 0)
            {
                return result;
            }

            RemoveEntry(cache, entries, RequireKey(entries.At(0).Key));
        }

        SetKey(cache, key, result, node, isLiteral: false);
        return result;
    }

    /// <summary>functools.reduce: the total is a slot, so that loops see how it moves.</summary>
    private Value Reduce(CallArguments arguments, SyntaxNode node)
    {
        var stream = NewStream(IterationKind.Accumulate, [arguments[1], arguments[0]], node);
        var total = SlotKey.Attribute(TotalSlot);
        if (!arguments[2].IsAbsent)
        {
            _heap.Set(stream, total, arguments[2]);
        }

        var birth = _heap.ObjectCount;
        var trips = 0;
        IterateInside(node, Value.Of(stream), _ =>
        {
            trips++;
            return Completion.Normal;
        });
        var result = stream.Get(total);
        if (IsExact && trips > 1 && result.Reference is { IsSummary: false } made && made.Birth >= birth && CountItems(result).Count.Low > CountItems(arguments[2]).Count.High)
        {
            _growths.Gathered(made, birth, trips, node, _loop, "rebinding");
        }

        return result.IsAbsent ? Value.Unknown : result;
    }
}
