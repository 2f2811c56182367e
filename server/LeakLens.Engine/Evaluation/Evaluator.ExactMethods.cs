using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Methods of built-in containers and functions over iterables for which it matters what comes where.</summary>
internal sealed partial class Evaluator
{
    private Value? CallExactMethod(HeapObject target, string name, CallArguments arguments, SyntaxNode node) => target.Contents switch
    {
        ItemContents items => CallItemMethod(target, items, name, arguments, node),
        EntryContents entries when target.Kind == ObjectKind.Set => CallSetMethod(target, entries, name, arguments, node),
        EntryContents entries => CallDictMethod(target, entries, name, arguments, node),
        _ => null,
    };

    private Value? CallItemMethod(HeapObject target, ItemContents items, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "insert" when arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } index:
                var at = index.Number.Low < 0 ? Math.Max(0, index.Number.Low + items.Count) : Math.Min(index.Number.Low, items.Count);
                AddItem(target, items, (int)at, arguments[1], node, name);
                return Value.None;
            case "appendleft":
                AddItem(target, items, 0, arguments[0], node, name);
                return Value.None;
            case "extendleft" when DrawItems(arguments[0], node) is { } added:
                foreach (var item in added)
                {
                    AddItem(target, items, 0, item, node, name);
                }

                return Value.None;
            case "remove":
                return RemoveFirst(target, items, arguments[0], node);
            case "index":
                return FindItem(target, items, arguments, node);
            case "count":
                return Value.OfInt(items.All.ToArray().Count(item => RequireEqual(item, arguments[0], node)));
            case "sort":
                items.Replace(Sorted([.. items.All], arguments, node));
                return Value.None;
            case "reverse":
                items.Replace([.. items.All.ToArray().Reverse()]);
                return Value.None;
            case "rotate":
                Rotate(items, arguments.Positional.Count == 0 ? Value.OfInt(1) : arguments[0]);
                return Value.None;
            default:
                return null;
        }
    }

    /// <summary><c>items.index(x, start, stop)</c>: where the first lies within the bounds, which count from the end when they are negative.</summary>
    private Value FindItem(HeapObject target, ItemContents items, CallArguments arguments, SyntaxNode node)
    {
        var (start, stop) = (IndexBound(arguments, 1, 0, items.Count), IndexBound(arguments, 2, items.Count, items.Count));
        for (var i = start; i < stop; i++)
        {
            _budget.Step();
            if (RequireEqual(items[i], arguments[0], node))
            {
                return Value.OfInt(i);
            }
        }

        // The message shows what was looked for.
        var shown = target.Kind == ObjectKind.List ? KnownText(Stringify(arguments[0], node, isRepr: true)) : null;
        return RaiseNew("ValueError", shown is null ? Value.Unknown : Value.OfText(shown + " is not in list"), node);
    }

    private static int IndexBound(CallArguments arguments, int position, int absent, int count) =>
        arguments.Positional.Count <= position ? absent
        : arguments[position] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: var bound } } ? (int)Math.Clamp(bound < 0 ? bound + count : bound, 0, count)
        : throw new NotDeterminedException();

    private Value RemoveFirst(HeapObject target, ItemContents items, Value value, SyntaxNode node)
    {
        var at = IndexOf(items, value, node);
        if (at < 0)
        {
            return RaiseNew("ValueError", target.Kind == ObjectKind.List ? Value.OfText("list.remove(x): x not in list") : Value.Unknown, node);
        }

        RemoveAt(target, items, at);
        return Value.None;
    }

    private int IndexOf(ItemContents items, Value value, SyntaxNode node)
    {
        _budget.Step(1 + (items.Count / 8));
        for (var i = 0; i < items.Count; i++)
        {
            if (RequireEqual(items[i], value, node))
            {
                return i;
            }
        }

        return -1;
    }

    private bool RequireEqual(Value left, Value right, SyntaxNode node)
    {
        if (IsSameOrEqual(left, right, node) is not { } equal)
        {
            throw new NotDeterminedException();
        }

        return equal;
    }

    private static void Rotate(ItemContents items, Value steps)
    {
        if (steps is not { Kind: ValueKind.Int, Number.IsExact: true })
        {
            throw new NotDeterminedException();
        }

        if (items.Count > 0)
        {
            var all = items.All.ToArray();
            var shift = (int)(((steps.Number.Low % all.Length) + all.Length) % all.Length);
            items.Replace([.. all[^shift..], .. all[..^shift]]);
        }
    }

    private Value? CallSetMethod(HeapObject target, EntryContents entries, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "pop" when entries.Count > 0:
                var first = entries.At(0).Key;
                RemoveEntry(target, entries, RequireKey(first));
                return first;
            case "pop":
                return RaiseNew("KeyError", Value.OfText("pop from an empty set"), node);
            case "remove" when !entries.Holds(RequireKey(arguments[0])):
                return RaiseNew("KeyError", arguments[0], node);
            case "union" or "intersection" or "difference" or "symmetric_difference":
                return CombineWithAll(Value.Of(target), name, arguments, node);
            case "difference_update" or "intersection_update" or "symmetric_difference_update":
                var left = CombineWithAll(Value.Of(target), name[..^"_update".Length], arguments, node);
                if (left?.Reference?.Contents is not EntryContents kept)
                {
                    return null;
                }

                KeepOnly(target, entries, kept, node);
                return Value.None;
            case "issubset" when arguments[0].Reference is { Contents: EntryContents whole }:
                return Value.OfBool(entries.IsWithin(whole));
            case "issuperset" when arguments[0].Reference is { Contents: EntryContents part }:
                return Value.OfBool(part.IsWithin(entries));
            case "isdisjoint" when DrawItems(arguments[0], node) is { } others:
                return Value.OfBool(!others.Exists(other => entries.Holds(RequireKey(other))));
            default:
                return null;
        }
    }

    private Value? CombineWithAll(Value set, string name, CallArguments arguments, SyntaxNode node)
    {
        var operation = name switch
        {
            "union" => BinaryOperator.BitOr,
            "intersection" => BinaryOperator.BitAnd,
            "difference" => BinaryOperator.Sub,
            _ => BinaryOperator.BitXor,
        };
        Value? result = arguments.Positional.Count == 0 ? CopyOf(set, Value.Absent, node) : set;
        foreach (var other in arguments.Positional)
        {
            result = result is { } sofar && ItemsOf(sofar, node) is { } mine && DrawItems(other, node) is { } theirs ? CombineSets(operation, mine, theirs, node) : null;
        }

        return result;
    }

    /// <summary>As <see cref="ItemsOf(Value, SyntaxNode)"/>, also of what has to be run to give its items.</summary>
    private List<Value>? DrawItems(Value source, SyntaxNode node)
    {
        if (source.Reference is { Known: ByteBuffer } or not ({ Kind: ObjectKind.Generator or ObjectKind.Iterator or ObjectKind.Instance or ObjectKind.Class } or { Kind: ObjectKind.Opaque or ObjectKind.ByteArray, Payload: TypeModel }))
        {
            return ItemsOf(source, node);
        }

        var items = new List<Value>();
        IterateInside(node, source, item =>
        {
            items.Add(item);
            RequireFew(items.Count);
            return Completion.Normal;
        });
        return _afterCall == Completion.Normal ? items : null;
    }

    private void KeepOnly(HeapObject set, EntryContents entries, EntryContents kept, SyntaxNode node)
    {
        foreach (var key in KeysOf(entries))
        {
            if (!kept.Holds(RequireKey(key)))
            {
                RemoveEntry(set, entries, RequireKey(key));
            }
        }

        foreach (var key in KeysOf(kept))
        {
            Add(set, key, node, "update");
        }
    }

    private Value? CallDictMethod(HeapObject target, EntryContents entries, string name, CallArguments arguments, SyntaxNode node)
    {
        switch (name)
        {
            case "move_to_end" when entries.Holds(RequireKey(arguments[0])):
                MoveToEnd(entries, arguments, node);
                return Value.None;
            case "subtract" when !target.Get(SlotKey.Attribute(CounterSlot)).IsAbsent:
                CountExactly(target, BinaryOperator.Sub, arguments[0], node);
                return Value.None;
            case "total" when !target.Get(SlotKey.Attribute(CounterSlot)).IsAbsent:
                return AddUp([.. KeysOf(entries).Select(key => entries.ValueOf(RequireKey(key)))], Value.Absent, node);
            case "most_common" when !target.Get(SlotKey.Attribute(CounterSlot)).IsAbsent:
                return MostCommon(entries, arguments, node);
            default:
                return null;
        }
    }

    private void MoveToEnd(EntryContents entries, CallArguments arguments, SyntaxNode node)
    {
        var identity = RequireKey(arguments[0]);
        var last = arguments.Find("last") is { IsAbsent: false } named ? named : arguments[1];
        if (!last.IsAbsent && Truth(last, node) == false)
        {
            entries.MoveToFront(identity);
            return;
        }

        entries.MoveToEnd(identity);
    }

    /// <summary>A Counter counts the items of an iterable, or the counts of another mapping.</summary>
    private void CountExactly(HeapObject counter, BinaryOperator operation, Value source, SyntaxNode node)
    {
        void Count(Value key, Value times)
        {
            var known = (counter.Contents as EntryContents)?.ValueOf(RequireKey(key)) ?? throw new NotDeterminedException();
            SetKey(counter, key, Combine(operation, known.IsAbsent ? Value.OfInt(Quantity.Zero) : known, times, node), node, isLiteral: false);
        }

        if (source.Reference is { Kind: ObjectKind.Dict, Contents: EntryContents mapping })
        {
            foreach (var key in KeysOf(mapping))
            {
                Count(key, mapping.ValueOf(RequireKey(key)));
            }

            return;
        }

        IterateInside(node, source, item =>
        {
            Count(item, Value.OfInt(Quantity.One));
            return AfterCall();
        });
    }

    private Value MostCommon(EntryContents entries, CallArguments arguments, SyntaxNode node)
    {
        var pairs = new List<Value>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value) = entries.At(i);
            pairs.Add(Value.Of(NewTuple([key, value], node)));
        }

        var order = Enumerable.Range(0, pairs.Count).Reverse().ToArray();
        MergeSort(order, [.. pairs.Select(pair => pair.Reference?.Get(SlotKey.Item(1)) ?? Value.Absent)], node);
        Array.Reverse(order);
        var most = arguments[0] is { Kind: ValueKind.Int, Number.IsExact: true } count ? Math.Min(count.Number.Low, order.Length) : order.Length;
        return Value.Of(NewList([.. order.Take((int)most).Select(at => pairs[at])], most, node));
    }

    /// <summary>What an iterator gives comes to the list one by one.</summary>
    private Value SortDrawn(CallArguments arguments, SyntaxNode node)
    {
        var sorted = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        Extend(sorted, arguments[0], node);
        if (_afterCall == Completion.Normal && sorted.Contents is ItemContents items)
        {
            items.Replace(Sorted([.. items.All], arguments, node));
        }

        return Value.Of(sorted);
    }

    /// <summary>sorted, min, max, sum, any, all, reversed over items that are known; null when they are not.</summary>
    private Value? CallOverItems(Intrinsic intrinsic, string name, CallArguments arguments, SyntaxNode node)
    {
        if (intrinsic == Intrinsic.AnyOrAll)
        {
            return AnyOrAll(name is "any", arguments[0], node);
        }

        if (arguments.Positional.Count == 0 || (intrinsic is not (Intrinsic.Sorted or Intrinsic.Smallest or Intrinsic.Largest or Intrinsic.Sum or Intrinsic.Reversed)))
        {
            return null;
        }

        if (intrinsic == Intrinsic.Sorted && arguments[0].Reference is { Kind: ObjectKind.Generator or ObjectKind.Iterator })
        {
            return SortDrawn(arguments, node);
        }

        if (intrinsic == Intrinsic.Sum && arguments[1].Reference is { Kind: ObjectKind.List or ObjectKind.Tuple })
        {
            // Lists are added up like any loop that makes one list out of many.
            return null;
        }

        var isExtreme = intrinsic is Intrinsic.Smallest or Intrinsic.Largest;
        var items = isExtreme && arguments.Positional.Count > 1 ? [.. arguments.Positional] : DrawItems(arguments[0], node);
        if (items is null || _afterCall != Completion.Normal)
        {
            return null;
        }

        switch (intrinsic)
        {
            case Intrinsic.Sorted:
                return Value.Of(NewList(Sorted(items, arguments, node), RoundUpToEven(items.Count), node));
            case Intrinsic.Reversed when arguments[0].Reference is not ({ Contents: not null } or { Kind: ObjectKind.Tuple }):
                items.Reverse();
                return Value.Of(MakeIterator(Value.Of(NewList([.. items], items.Count, node)), node));
            case Intrinsic.Reversed:
                return Value.Of(NewStream(IterationKind.Reversed, [arguments[0], Value.OfInt(items.Count)], node));
            case Intrinsic.Sum:
                return AddUp(items, arguments[1], node);
            default:
                var extreme = ExtremeOf(items, intrinsic == Intrinsic.Largest, arguments.Find("key"), node);
                return !extreme.IsAbsent ? extreme
                    : arguments.Find("default") is { IsAbsent: false } standard ? standard
                    : RaiseNew("ValueError", Value.OfText(name + "() arg is an empty sequence"), node);
        }
    }

    private Value AnyOrAll(bool isAny, Value source, SyntaxNode node)
    {
        var result = !isAny;
        IterateInside(node, source, item =>
        {
            if (Truth(item, node) is not { } truth)
            {
                throw new NotDeterminedException();
            }

            if (truth != isAny)
            {
                return Completion.Normal;
            }

            result = isAny;
            return Completion.Break;
        });
        return Value.OfBool(result);
    }

    private Value AddUp(List<Value> items, Value start, SyntaxNode node)
    {
        var total = start.IsAbsent ? Value.OfInt(0) : start;
        foreach (var item in items)
        {
            _budget.Step();
            total = Combine(BinaryOperator.Add, total, item, node);
        }

        return total;
    }
}
