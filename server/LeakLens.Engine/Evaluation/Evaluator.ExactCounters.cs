using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Counters by their arguments' names, and the operators between two of them (Counter in Lib/collections/__init__.py).</summary>
internal sealed partial class Evaluator
{
    private static bool IsCounter(HeapObject dict) => dict is { Kind: ObjectKind.Dict } && !dict.Get(SlotKey.Attribute(CounterSlot)).IsAbsent;

    /// <summary><c>Counter(a=1)</c>, <c>counter.update(a=1)</c>.</summary>
    private void CountNamed(HeapObject counter, CallArguments arguments, SyntaxNode node)
    {
        if (!IsExact || arguments.Named.Count == 0)
        {
            return;
        }

        var named = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        foreach (var (key, value) in arguments.Named)
        {
            SetKey(named, Value.OfText(key), value, node, isLiteral: true);
        }

        CountItemsInto(counter, Value.Of(named), node);
    }

    /// <summary>+, -, &amp; and | of two counters keep the counts above zero; null for anything else.</summary>
    private Value? CombineCounters(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (!IsExact || left.Reference is not { Contents: EntryContents mine } first || right.Reference is not { Contents: EntryContents theirs } second || !IsCounter(first) || !IsCounter(second)
            || operation is not (BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.BitAnd or BinaryOperator.BitOr))
        {
            return null;
        }

        if (node is AugAssign)
        {
            // That one is changed where it is.
            throw new NotDeterminedException();
        }

        var made = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        _heap.Set(made, SlotKey.Attribute(CounterSlot), Value.OfInt(0));
        foreach (var key in KeysOf(mine))
        {
            KeepCount(made, key, CountOf(operation, CountIn(mine, key), CountIn(theirs, key)), node);
        }

        foreach (var key in KeysOf(theirs).Where(key => !mine.Holds(RequireKey(key))))
        {
            KeepCount(made, key, CountOf(operation, 0, CountIn(theirs, key)), node);
        }

        return Value.Of(made);
    }

    private static long CountOf(BinaryOperator operation, long mine, long theirs) => operation switch
    {
        BinaryOperator.Add => mine + theirs,
        BinaryOperator.Sub => mine - theirs,
        BinaryOperator.BitAnd => Math.Min(mine, theirs),
        _ => Math.Max(mine, theirs),
    };

    private long CountIn(EntryContents counts, Value key)
    {
        const long Largest = LargestInt / 2;
        var identity = RequireKey(key);
        return !counts.Holds(identity) ? 0
            : counts.ValueOf(identity) is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > -Largest and < Largest and var count } } ? count
            : throw new NotDeterminedException();
    }

    private void KeepCount(HeapObject counter, Value key, long count, SyntaxNode node)
    {
        if (count > 0)
        {
            SetKey(counter, key, NewInt(count, node), node, isLiteral: false);
        }
    }
}
