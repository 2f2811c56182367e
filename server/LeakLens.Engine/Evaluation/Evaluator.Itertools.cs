using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Single steps of the iterators of itertools.</summary>
internal sealed partial class Evaluator
{
    private const string SavedSlot = "saved";
    private const string SourcePrefix = "source";

    /// <summary>Nobody walks through more tuples than this.</summary>
    private const long LargestCount = 1L << 50;

    private HeapObject NewStream(IterationKind kind, IReadOnlyList<Value> sources, SyntaxNode node)
    {
        var stream = _heap.Allocate(ObjectKind.Iterator, node, _frame.Context, new IteratorValue(kind, sources));
        for (var i = 0; i < sources.Count; i++)
        {
            // Of a range an iterator over it takes the numbers, and nothing else.
            if (sources[i].Reference is { } source && (kind != IterationKind.Over || source.Kind != ObjectKind.Range))
            {
                _heap.Set(stream, HeldSource(i), sources[i]);
            }
        }

        return stream;
    }

    /// <summary>An iterator that is at its end holds nothing any more.</summary>
    private void LetGoOfSources(HeapObject iterator)
    {
        for (var i = 0; i < iterator.Slots.Length; i++)
        {
            var slot = iterator.Slots[i];
            if (slot.Key is { Kind: SlotKind.Attribute, Name: string name } && !slot.Value.IsAbsent && name.StartsWith(SourcePrefix, StringComparison.Ordinal))
            {
                _heap.Set(iterator, slot.Key, Value.Absent);
            }
        }
    }

    private Value RunStreamIntrinsic(Intrinsic intrinsic, string name, CallArguments arguments, SyntaxNode node)
    {
        if (arguments.HasUnknownMore)
        {
            return CallUnknown(arguments);
        }

        switch (intrinsic)
        {
            case Intrinsic.Product:
                var repeat = arguments.Find("repeat");
                var times = repeat is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and < 16 } exact } ? (int)exact.Low : repeat.IsAbsent ? 1 : 0;
                return times == 0 ? CallUnknown(arguments) : NewProduct(arguments.Positional, times, node);
            case Intrinsic.Combinations:
                return NewCombinations(name, arguments, node);
            case Intrinsic.Tee:
                return NewTee(arguments, node);
            default:
                var (kind, needed) = KindOfStream(name);
                if (IsExact && IsCountedOtherwise(kind, arguments))
                {
                    NotDetermined();
                }

                if (kind == IterationKind.Zip && arguments.Find("strict") is { IsAbsent: false } strict)
                {
                    kind = (Truth(strict, node) ?? !IsExact) ? IterationKind.ZipStrict : kind;
                }

                var given = SourcesOf(kind, arguments);
                return given.Count < needed ? CallUnknown(arguments) : Value.Of(NewStream(kind, given, node));
        }
    }

    /// <summary>Options that change which items come: <c>count(0.5)</c>, <c>accumulate(xs, initial=10)</c>.</summary>
    private static bool IsCountedOtherwise(IterationKind kind, CallArguments arguments) => kind switch
    {
        IterationKind.Count => arguments.Positional.Concat(arguments.Named.Select(static named => named.Value)).Any(static value => value.Kind != ValueKind.Int),
        IterationKind.Accumulate => arguments.Find("initial") is { IsAbsent: false, Kind: not ValueKind.None },
        _ => false,
    };

    /// <summary>The arguments in the order in which the iterator has them; what only says how is none of them.</summary>
    private static IReadOnlyList<Value> SourcesOf(IterationKind kind, CallArguments arguments) => kind switch
    {
        IterationKind.Zip or IterationKind.ZipStrict => arguments.Positional,
        IterationKind.Count when arguments.Named.Count > 0 => [Argument(arguments, 0, "start") is { IsAbsent: false } start ? start : Value.OfInt(0), Argument(arguments, 1, "step") is { IsAbsent: false } step ? step : Value.OfInt(1)],
        IterationKind.ZipLongest => [.. arguments.Positional, arguments.Find("fillvalue") is { IsAbsent: false } fill ? fill : Value.None],
        _ when arguments.Named.Count == 0 => arguments.Positional,
        _ => [.. arguments.Positional, .. arguments.Named.Select(static named => named.Value)],
    };

    private static (IterationKind Kind, int Needed) KindOfStream(string name) => name switch
    {
        "count" => (IterationKind.Count, 0),
        "cycle" => (IterationKind.Cycle, 1),
        "repeat" => (IterationKind.Repeat, 1),
        "zip" => (IterationKind.Zip, 1),
        "zip_longest" => (IterationKind.ZipLongest, 2),
        "compress" => (IterationKind.Compress, 2),
        "map" => (IterationKind.Map, 2),
        "starmap" => (IterationKind.StarMap, 2),
        "filter" => (IterationKind.Filter, 2),
        "filterfalse" => (IterationKind.FilterFalse, 2),
        "takewhile" => (IterationKind.TakeWhile, 2),
        "dropwhile" => (IterationKind.DropWhile, 2),
        "enumerate" => (IterationKind.Enumerate, 1),
        "chain" => (IterationKind.Chain, 0),
        "chain.from_iterable" or "from_iterable" => (IterationKind.ChainOfIterable, 1),
        "islice" => (IterationKind.Slice, 2),
        "accumulate" => (IterationKind.Accumulate, 1),
        "groupby" => (IterationKind.GroupBy, 1),
        "pairwise" => (IterationKind.Pairwise, 1),
        _ => (IterationKind.Over, 1),
    };

    private Value NewTee(CallArguments arguments, SyntaxNode node)
    {
        var count = arguments.Positional.Count > 1 && arguments[1] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 and < 32 } number } ? (int)number.Low : 2;
        var source = arguments[0].Reference is { Kind: ObjectKind.Generator } ? arguments[0] : Value.Of(MakeIterator(arguments[0], node));
        var queues = new List<Value>();
        for (var i = 0; i < count; i++)
        {
            queues.Add(Value.Of(_heap.Allocate(ObjectKind.List, node, _frame.Context, new TeeQueue(IsFirst: i == 0))));
        }

        var readers = new List<Value>();
        for (var i = 0; i < count; i++)
        {
            List<Value> sources = [source, queues[i], .. queues.Where((_, index) => index != i)];
            var reader = _heap.Allocate(ObjectKind.Iterator, node, _frame.Context, new IteratorValue(IterationKind.Tee, sources));
            _heap.Set(reader, SlotKey.Attribute(SavedSlot), queues[i]);
            readers.Add(Value.Of(reader));
        }

        return Value.Of(NewTuple(readers, node));
    }

    /// <summary>The sources but the last, which fills up.</summary>
    private bool? NextOfLongest(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        bool? any = false;
        var items = new Value[value.Sources.Count - 1];
        for (var i = 0; i < items.Length; i++)
        {
            var one = Next(InnerIterator(iterator, value.Sources[i], i, node), node, out items[i]);
            items[i] = one switch { true => items[i], false => value.Sources[^1], null => Value.Join(items[i], value.Sources[^1]) };
            any = any == true || one == true ? true : any is null || one is null ? null : false;
        }

        item = any == false ? Value.Absent : Value.Of(NewTuple(items, node));
        return any;
    }

    private bool? NextCompressed(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        while (true)
        {
            var more = Next(InnerIterator(iterator, value.Sources[0], 0, node), node, out item);
            if (more == false || _afterCall != Completion.Normal)
            {
                return more;
            }

            var chosen = Next(InnerIterator(iterator, value.Sources[1], 1, node), node, out var choice);
            if (chosen == false || _afterCall != Completion.Normal)
            {
                return chosen;
            }

            if (more is null || chosen is null || !IsExact)
            {
                return null;
            }

            if (Truth(choice, node) ?? throw new NotDeterminedException())
            {
                return true;
            }

            _budget.Step();
        }
    }

    private bool? NextRepeated(IteratorValue value, Quantity position, SyntaxNode node, out Value item)
    {
        item = value.Sources[0];
        if (value.Sources.Count < 2)
        {
            return true;
        }

        return DecideMore(position, NumberOf(value.Sources[1]), node);
    }

    private bool? DecideMore(Quantity position, Quantity count, SyntaxNode node)
    {
        var goes = Compare(position, count);
        if (goes == true)
        {
            Decide(node, GoesOn, count.Low == Quantity.FiniteUnknown ? Loops.GuardLog.Never : count.Low - position.High - 1);
        }
        else if (goes is null && _loop is { } loop)
        {
            loop.UnknownTripsLeft = count.HasFiniteHigh ? count.High - position.Low : count.High;
        }

        return goes;
    }

    /// <summary>cycle keeps every item that it has given once.</summary>
    private bool? NextOfCycle(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        var saved = KeptBy(iterator, ObjectKind.List, iterator.Site.Node);
        var more = Next(InnerIterator(iterator, value.Sources[0], 0, node), node, out item);
        if (more == false)
        {
            item = ElementOf(Value.Of(saved));
            if (saved.Contents is ItemContents { Count: > 0 and var count } items && iterator.GetMeta(Meta.Position) is { IsExact: true } position)
            {
                // This step is counted already.
                item = items[(int)((position.Low - 1) % count)];
            }

            return saved.GetMeta(Meta.Length) != Quantity.Zero;
        }

        Add(saved, item, node, "cycle");
        return true;
    }

    private HeapObject KeptBy(HeapObject iterator, ObjectKind kind, SyntaxNode node)
    {
        var key = SlotKey.Attribute(SavedSlot);
        if (iterator.Get(key).Reference is { } existing)
        {
            return existing;
        }

        var made = _heap.Allocate(kind, node, _frame.Context);
        _heap.Set(iterator, key, Value.Of(made));
        return made;
    }

    /// <summary>tee: what this reader takes first waits in the queues of the others. Sources: the shared source, then all queues, this reader's first.</summary>
    private bool? NextOfTee(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        if (value.Sources[1].Reference is { } own && DecideNonZero(own.GetMeta(Meta.Length), node) == true)
        {
            item = TakeItem(own, Value.OfInt(0));
            return true;
        }

        var more = Next(InnerIterator(iterator, value.Sources[0], 0, node), node, out item);
        for (var i = 2; more != false && i < value.Sources.Count; i++)
        {
            if (value.Sources[i].Reference is { } other)
            {
                Add(other, item, node, "tee");
            }
        }

        return more;
    }

    /// <summary>One step of an iterator that usually runs from its source's side.</summary>
    private bool? NextInPipeline(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        var sources = value.Sources;
        switch (value.Kind)
        {
            case IterationKind.Accumulate:
                var more = Next(InnerIterator(iterator, sources[0], 0, node), node, out var element);
                item = more == false ? Value.Absent : Accumulated(iterator, value, element, node);
                return more;
            case IterationKind.Chain when sources.Count > 0:
                return NextOfChain(iterator, sources, node, out item);
            case IterationKind.TakeWhile or IterationKind.Filter or IterationKind.FilterFalse or IterationKind.DropWhile when IsExact:
                return NextThatPasses(iterator, value, node, out item);
            case IterationKind.Slice or IterationKind.TakeWhile or IterationKind.Filter or IterationKind.FilterFalse or IterationKind.DropWhile:
                var source = sources[value.Kind == IterationKind.Slice ? 0 : 1];
                var goesOn = Next(InnerIterator(iterator, source, 0, node), node, out item);
                return goesOn == false ? false : null;
            case IterationKind.StarMap:
                var given = Next(InnerIterator(iterator, sources[1], 0, node), node, out var packed);
                item = given == false ? Value.Absent : CallStarred(sources[0], packed, node);
                return given;
            default:
                item = Value.Unknown;
                return null;
        }
    }

    private bool? NextOfChain(HeapObject iterator, IReadOnlyList<Value> sources, SyntaxNode node, out Value item)
    {
        var at = SlotKey.Attribute("<source>");
        for (var i = (int)iterator.Get(at).Number.Low; i < sources.Count; i++)
        {
            var more = Next(InnerIterator(iterator, sources[i], i, node), node, out item);
            if (more != false)
            {
                return more;
            }

            if (IsExact)
            {
                // What has come to its end is let go of.
                _heap.Set(iterator, at, Value.OfInt(i + 1));
                _heap.Set(iterator, SlotKey.Item(i), Value.Absent);
                _heap.Set(iterator, HeldSource(i), Value.Absent);
            }
        }

        item = Value.Absent;
        return false;
    }

    private static SlotKey HeldSource(int index) => SlotKey.Attribute(SourcePrefix + index.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
