using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>The functions of <c>bisect</c>, over lists whose items are known one by one.</summary>
internal sealed partial class Evaluator
{
    private const string BisectPrefix = "bisect.";

    private Value? CallBisect(string name, CallArguments arguments, SyntaxNode node)
    {
        if (!name.StartsWith(BisectPrefix, StringComparison.Ordinal) || Argument(arguments, 0, "a").Reference is not { Contents: ItemContents items } list)
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
        var wanted = inserts && !by.IsAbsent ? Call(by, new CallArguments([value], []), node) : value;
        var at = PlaceIn(items, wanted, BoundOf(arguments, 2, "lo", 0), BoundOf(arguments, 3, "hi", items.Count), isLeft, by, node);
        if (!inserts)
        {
            return NewInt(at, node);
        }

        // A place behind the end is the end, as for list.insert; a key may have emptied the list meanwhile.
        AddItem(list, items, Math.Min(at, items.Count), value, node, "insort");
        return Value.None;
    }

    private static int BoundOf(CallArguments arguments, int index, string name, int standard) => Argument(arguments, index, name) switch
    {
        { IsAbsent: true } or { Kind: ValueKind.None } => standard,
        { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= int.MaxValue } given } => (int)given.Low,
        _ => throw new NotDeterminedException(),
    };

    /// <summary>The place before (left) or behind all items that are equal, as Lib/bisect.py finds it.</summary>
    private int PlaceIn(ItemContents items, Value wanted, int low, int high, bool isLeft, Value key, SyntaxNode node)
    {
        while (low < high && high <= items.Count)
        {
            var middle = (low + high) / 2;
            var item = key.IsAbsent ? items[middle] : Call(key, new CallArguments([items[middle]], []), node);
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
