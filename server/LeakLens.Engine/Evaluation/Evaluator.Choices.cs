using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>itertools</c> that choose from pools: product, combinations, permutations.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The choices that are still to be made, of each iterator of the exact run.</summary>
    private readonly Dictionary<HeapObject, IEnumerator<int[]>> _choices = [];

    /// <summary>product(a, b): the pools become tuples at once, so that what a range or generator gives is made only once.</summary>
    private Value NewProduct(IReadOnlyList<Value> pools, int times, SyntaxNode node)
    {
        if (IsExact && pools.Select(pool => DrawItems(pool, node)).ToList() is var drawn && !drawn.Contains(null))
        {
            var items = Enumerable.Repeat(drawn.Select(one => one ?? []).ToList(), times).SelectMany(static one => one).ToList();
            return NewChoice(items, ChoiceOrder.Product([.. items.Select(static one => one.Count)]), node);
        }

        var count = Quantity.One;
        var elements = new List<Value>();
        foreach (var pool in pools)
        {
            count *= LengthIn(pool);
            elements.Add(ElementOfIterable(pool, node));
        }

        var all = Enumerable.Repeat(count, times).Aggregate(Quantity.One, static (sofar, one) => sofar * one);
        return Value.Of(NewStream(IterationKind.Product, [.. Enumerable.Repeat(elements, times).SelectMany(static one => one), Value.OfInt(all)], node));
    }

    private Value NewCombinations(string name, CallArguments arguments, SyntaxNode node)
    {
        var pool = arguments[0];
        var given = arguments.Positional.Count > 1 ? arguments[1] : arguments.Find("r");
        if (IsExact && DrawItems(pool, node) is { } drawn && (given.IsAbsent || given is { Kind: ValueKind.Int, Number: { IsExact: true, Low: < 1_000 } }))
        {
            var chosen = given.IsAbsent ? drawn.Count : (int)given.Number.Low;
            return NewChoice([drawn], ChoiceOrder.Of(name, drawn.Count, chosen), node);
        }

        var size = LengthIn(pool);
        var width = given.IsAbsent ? size : NumberOf(given);
        return Value.Of(NewStream(IterationKind.Fresh, [ElementOfIterable(pool, node), Value.OfInt(width), Value.OfInt(CountChoices(name, size, width))], node));
    }

    private static Quantity CountChoices(string name, Quantity size, Quantity width)
    {
        if (size is not { IsExact: true, Low: < 100_000 } || width is not { IsExact: true, Low: >= 0 and < 64 })
        {
            return Quantity.SomeLength;
        }

        Int128 exact = 1;
        for (var i = 0L; i < width.Low && exact > 0 && exact < LargestCount; i++)
        {
            exact = name switch
            {
                "permutations" => exact * Math.Max(0, size.Low - i),
                "combinations" => exact * Math.Max(0, size.Low - i) / (i + 1),
                _ => exact * (size.Low + i) / (i + 1),
            };
        }

        return (long)exact;
    }

    private Value NewChoice(List<List<Value>> pools, IEnumerable<int[]> choices, SyntaxNode node)
    {
        var stream = NewStream(IterationKind.Chosen, [.. pools.Select(pool => Value.Of(NewTuple(pool, node)))], node);
        _choices[stream] = choices.GetEnumerator();
        return Value.Of(stream);
    }

    private bool? NextChosen(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        item = Value.Absent;
        if (!_choices.TryGetValue(iterator, out var choices) || !choices.MoveNext())
        {
            _choices.Remove(iterator);
            return false;
        }

        const int ItemsPerStep = 4;
        var chosen = new Value[choices.Current.Length];
        _budget.Step(chosen.Length / ItemsPerStep);
        for (var i = 0; i < chosen.Length; i++)
        {
            var pool = value.Sources[value.Sources.Count > 1 ? i : 0].Reference;
            chosen[i] = pool?.Get(SlotKey.Item(choices.Current[i])) ?? Value.Unknown;
        }

        item = Value.Of(NewTuple(chosen, node));
        return true;
    }

    /// <summary>combinations, permutations: (element, number of items, number of tuples).</summary>
    private bool? NextFresh(IteratorValue value, Quantity position, SyntaxNode node, out Value item)
    {
        var width = NumberOf(value.Sources[1]);
        if (width is { IsExact: true, Low: < 16 })
        {
            item = Value.Of(NewTuple([.. Enumerable.Repeat(value.Sources[0], (int)width.Low)], node));
        }
        else
        {
            var tuple = _heap.Allocate(ObjectKind.Tuple, node, _frame.Context);
            SetTable(tuple, width, width);
            Hold(tuple, value.Sources[0], width);
            item = Value.Of(tuple);
        }

        return DecideMore(position, NumberOf(value.Sources[2]), node);
    }

    /// <summary>filter, takewhile, dropwhile, one step at a time, where every test is known.</summary>
    private bool? NextThatPasses(HeapObject iterator, IteratorValue value, SyntaxNode node, out Value item)
    {
        var source = InnerIterator(iterator, value.Sources[1], 0, node);
        var begun = SlotKey.Attribute("begun");
        while (true)
        {
            var more = Next(source, node, out item);
            if (more != true || _afterCall != Completion.Normal)
            {
                return more;
            }

            if (value.Kind == IterationKind.DropWhile && !iterator.Get(begun).IsAbsent)
            {
                return true;
            }

            var answer = value.Sources[0].Kind == ValueKind.None ? item : Call(value.Sources[0], new CallArguments([item], []), node);
            if (_afterCall != Completion.Normal)
            {
                return true;
            }

            var passes = Truth(answer, node) ?? throw new NotDeterminedException();
            switch (value.Kind)
            {
                case IterationKind.TakeWhile:
                    return passes;
                case IterationKind.DropWhile when !passes:
                    _heap.Set(iterator, begun, Value.OfBool(true));
                    return true;
                case IterationKind.Filter when passes:
                case IterationKind.FilterFalse when !passes:
                    return true;
                default:
                    _budget.Step();
                    break;
            }
        }
    }
}
