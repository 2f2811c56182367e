using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// Iterators over iterators, run from the source's side: the loop over <c>filter(f, xs)</c> is the loop over <c>xs</c>, with a
/// test before its body. So a generator at the far end needs no suspension, and trips are counted where they happen.
/// </summary>
internal sealed partial class Evaluator
{
    private const string TotalSlot = "total";
    private const string EarlierSlot = "earlier";

    /// <summary>Runs the body for every item; null when the iterator has to be stepped through instead.</summary>
    private Completion? RunPipeline(HeapObject iterator, IteratorValue value, Func<Value, Completion> body, SyntaxNode node)
    {
        var source = value.Sources.Count > 0 ? value.Sources[^1] : Value.Unknown;
        if (IsExact && !iterator.Get(SlotKey.Item(0)).IsAbsent)
        {
            // Steps were taken: the source does not begin anew.
            return null;
        }

        switch (value.Kind)
        {
            case IterationKind.Map when value.Sources.Count == 2:
                return Iterate(node, source, item => AfterCallOr(Call(value.Sources[0], new CallArguments([item], []), node), body));
            case IterationKind.StarMap:
                return Iterate(node, source, item => AfterCallOr(CallStarred(value.Sources[0], item, node), body));
            case IterationKind.Filter or IterationKind.FilterFalse:
                return Iterate(node, source, item => Filtered(value.Sources[0], item, value.Kind == IterationKind.Filter, body, node));
            case IterationKind.TakeWhile:
                return RunTakeWhile(value.Sources[0], source, body, node);
            case IterationKind.DropWhile when !IsExact:
                return Iterate(node, source, item => Fork(() => body(item), static () => Completion.Normal));
            case IterationKind.Enumerate:
                return Iterate(node, value.Sources[0], item => body(Numbered(iterator, value, item, node)));
            case IterationKind.Chain:
                return RunChain(value.Sources, body, node);
            case IterationKind.ChainOfIterable:
                return Iterate(node, source, inner => Iterate(iterator.Site.Node, inner, body));
            case IterationKind.Slice:
                return RunSlice(iterator, value, body, node);
            case IterationKind.Accumulate:
                return Iterate(node, value.Sources[0], item => body(Accumulated(iterator, value, item, node)));
            case IterationKind.Pairwise:
                return Iterate(node, source, item => Paired(iterator, item, body, node));
            default:
                return null;
        }
    }

    private Completion AfterCallOr(Value item, Func<Value, Completion> body) =>
        AfterCall() is var broken and not Completion.Normal ? broken : body(item);

    private Value CallStarred(Value function, Value item, SyntaxNode node)
    {
        var arguments = new List<Value>();
        var known = TryUnpack(item, arguments, node);
        return Call(function, new CallArguments(arguments, [], HasUnknownMore: !known), node);
    }

    private Completion Filtered(Value predicate, Value item, bool keeps, Func<Value, Completion> body, SyntaxNode node)
    {
        var answer = predicate.Kind == ValueKind.None ? item : Call(predicate, new CallArguments([item], []), node);
        if (AfterCall() is var broken and not Completion.Normal)
        {
            return broken;
        }

        var truth = Truth(answer, node);
        return truth is { } known
            ? known == keeps ? body(item) : Completion.Normal
            : Fork(() => body(item), static () => Completion.Normal);
    }

    private Completion RunTakeWhile(Value predicate, Value source, Func<Value, Completion> body, SyntaxNode node)
    {
        var ended = false;
        var completion = Iterate(node, source, item =>
        {
            var truth = Truth(Call(predicate, new CallArguments([item], []), node), node);
            if (truth == true)
            {
                return body(item);
            }

            ended = true;
            return truth == false ? Completion.Break : Fork(() => body(item), static () => Completion.Break);
        });
        return completion == Completion.Break && ended ? Completion.Normal : completion;
    }

    private Value Numbered(HeapObject iterator, IteratorValue value, Value item, SyntaxNode node)
    {
        var position = iterator.GetMeta(Meta.Position);
        _heap.AddMeta(iterator, Meta.Position, Quantity.One);
        var start = value.Sources.Count > 1 && value.Sources[1].Kind == ValueKind.Int ? value.Sources[1].Number : Quantity.Zero;
        return Value.Of(NewTuple([NewCount(position + start, node), item], node));
    }

    private Completion RunChain(IReadOnlyList<Value> sources, Func<Value, Completion> body, SyntaxNode node)
    {
        foreach (var source in sources)
        {
            var completion = Iterate(node, source, body);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>islice(source, stop), islice(source, start, stop, step).</summary>
    private Completion RunSlice(HeapObject iterator, IteratorValue value, Func<Value, Completion> body, SyntaxNode node)
    {
        var bounds = value.Sources.Skip(1).Select(static bound => bound.Kind == ValueKind.Int ? bound.Number : (Quantity?)null).ToArray();
        var start = bounds.Length > 1 ? bounds[0] ?? Quantity.Zero : Quantity.Zero;
        var stop = bounds.Length > 1 ? bounds[1] : bounds[0];
        if (stop is null && value.Sources[bounds.Length > 1 ? 2 : 1].Kind != ValueKind.None)
        {
            stop = Quantity.SomeLength;
        }

        var step = bounds.Length > 2 ? bounds[2] ?? Quantity.One : Quantity.One;
        if (IsExact && (!start.IsExact || start.Low < 0 || !step.IsExact || step.Low < 1 || stop is { IsExact: false } or { Low: < 0 }))
        {
            NotDetermined();
        }

        if (IsExact && stop is { Low: 0 })
        {
            return Completion.Normal;
        }

        var ended = false;
        var completion = Iterate(node, value.Sources[0], item =>
        {
            var position = iterator.GetMeta(Meta.Position);
            if (stop is { } end && CompareNumbers(CompareOperator.Lt, position - end, node) == false)
            {
                ended = true;
                return Completion.Break;
            }

            _heap.AddMeta(iterator, Meta.Position, Quantity.One);
            var isLeftOut = CompareNumbers(CompareOperator.GtE, position - start, value.Sources[0].Reference?.Site.Node ?? node) == false || (IsExact && (position.Low - start.Low) % step.Low != 0);
            var completed = isLeftOut ? Completion.Normal : body(item);
            if (IsExact && completed is Completion.Normal or Completion.Continue && stop is { } last && position.Low + 1 >= last.Low)
            {
                // What comes behind the last stays in the source.
                ended = true;
                return Completion.Break;
            }

            return completed;
        });
        return completion == Completion.Break && ended ? Completion.Normal : completion;
    }

    private Value Accumulated(HeapObject iterator, IteratorValue value, Value item, SyntaxNode node)
    {
        var key = SlotKey.Attribute(TotalSlot);
        var total = iterator.Get(key);
        if (!total.IsAbsent)
        {
            item = value.Sources.Count > 1 && value.Sources[1].Kind is not ValueKind.None
                ? Call(value.Sources[1], new CallArguments([total, item], []), node)
                : Combine(BinaryOperator.Add, total, item, node);
        }

        _heap.Set(iterator, key, item);
        return item;
    }

    private Completion Paired(HeapObject iterator, Value item, Func<Value, Completion> body, SyntaxNode node)
    {
        var key = SlotKey.Attribute(EarlierSlot);
        var earlier = iterator.Get(key);
        _heap.Set(iterator, key, item);
        return earlier.IsAbsent ? Completion.Normal : body(Value.Of(NewTuple([earlier, item], node)));
    }
}
