using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>The functions of <c>bisect</c>, over lists whose items are known one by one.</summary>
internal sealed partial class Evaluator
{
    private const string BisectPrefix = "bisect.";

    private Value? CallBisect(string name, CallArguments arguments, SyntaxNode node)
    {
        if (!name.StartsWith(BisectPrefix, StringComparison.Ordinal) || Argument(arguments, 0, "a").Reference is not { IsSummary: false } sorted)
        {
            return null;
        }

        var (inserts, isLeft) = name[BisectPrefix.Length..] switch
        {
            "bisect_left" => (false, true),
            "bisect" or "bisect_right" => (false, false),
            "insort_left" => (true, true),
            _ => (true, false),
        };
        var (value, key) = (Argument(arguments, 1, "x"), arguments.Find("key"));
        var by = key.IsAbsent || key.Kind == ValueKind.None ? Value.Absent : key;
        if (sorted.Contents is ItemContents items)
        {
            var wanted = inserts && !by.IsAbsent ? Call(by, new CallArguments([value], []), node) : value;
            var at = PlaceIn(i => items[i], () => items.Count, wanted, arguments, isLeft, by, node);
            if (!inserts)
            {
                return NewInt(at, node);
            }

            // A place behind the end is the end, as for list.insert; a key may have emptied the list meanwhile.
            AddItem(sorted, items, Math.Min(at, items.Count), value, node, "insort");
            return Value.None;
        }

        return !inserts && sorted.Kind == ObjectKind.Tuple && sorted.GetMeta(Meta.Length) is { IsExact: true, Low: <= int.MaxValue } length
            ? NewInt(PlaceIn(i => sorted.Get(SlotKey.Item(i)), () => (int)length.Low, value, arguments, isLeft, by, node), node)
            : null;
    }

    private static int BoundOf(CallArguments arguments, int index, string name, int standard) => Argument(arguments, index, name) switch
    {
        { IsAbsent: true } or { Kind: ValueKind.None } => standard,
        { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= int.MaxValue } given } => (int)given.Low,
        _ => throw new NotDeterminedException(),
    };

    /// <summary>The place before (left) or behind all items that are equal, as Lib/bisect.py finds it.</summary>
    private int PlaceIn(Func<int, Value> itemAt, Func<int> count, Value wanted, CallArguments arguments, bool isLeft, Value key, SyntaxNode node)
    {
        var (low, high) = (BoundOf(arguments, 2, "lo", 0), BoundOf(arguments, 3, "hi", count()));
        while (low < high && high <= count())
        {
            var middle = (low + high) / 2;
            var item = key.IsAbsent ? itemAt(middle) : Call(key, new CallArguments([itemAt(middle)], []), node);
            if (isLeft ? RequireLess(item, wanted, node) : !RequireLess(wanted, item, node))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
