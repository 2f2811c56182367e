using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>itertools.groupby: groups are read from the one source; an item that belongs to the next group waits.</summary>
internal sealed partial class Evaluator
{
    private static readonly SlotKey WaitingItem = SlotKey.Attribute("<waiting>");
    private static readonly SlotKey WaitingKey = SlotKey.Attribute("<waiting key>");
    private static readonly SlotKey GroupNumber = SlotKey.Attribute("<group number>");
    private static readonly SlotKey GroupKey = SlotKey.Attribute("<group key>");

    private bool? NextGroup(HeapObject groups, IteratorValue value, SyntaxNode node, out Value item)
    {
        item = Value.Absent;
        if (!groups.Get(GroupKey).IsAbsent && groups.Get(WaitingItem).IsAbsent)
        {
            var rest = Value.Absent;
            RunLoop(node, () => NextOfGroup(groups, node, out rest), static () => Completion.Normal);
        }

        var more = groups.Get(WaitingItem).IsAbsent ? PullIntoGroup(groups, value, node) : true;
        if (more == false)
        {
            return false;
        }

        var key = groups.Get(WaitingKey);
        _heap.Set(groups, GroupKey, key);
        _heap.Set(groups, GroupNumber, Value.OfInt(groups.Get(GroupNumber).IsAbsent ? 1 : groups.Get(GroupNumber).Number.Low + 1));
        item = Value.Of(NewTuple([key, Value.Of(NewStream(IterationKind.Group, [Value.Of(groups), groups.Get(GroupNumber)], node))], node));
        return more;
    }

    private bool? NextOfGroup(HeapObject groups, SyntaxNode node, out Value item)
    {
        item = Value.Absent;
        if (groups.Payload is not IteratorValue value)
        {
            return null;
        }

        var more = groups.Get(WaitingItem).IsAbsent ? PullIntoGroup(groups, value, node) : true;
        if (more == false)
        {
            return false;
        }

        var same = CompareValues(CompareOperator.Eq, groups.Get(WaitingKey), groups.Get(GroupKey), node);
        if (same == false)
        {
            return false;
        }

        item = groups.Get(WaitingItem);
        _heap.Set(groups, WaitingItem, Value.Absent);
        return same is null ? null : more;
    }

    private bool? PullIntoGroup(HeapObject groups, IteratorValue value, SyntaxNode node)
    {
        var more = Next(InnerIterator(groups, value.Sources[0], 0, node), node, out var item);
        if (more != false)
        {
            var key = value.Sources.Count > 1 && value.Sources[1].Kind != ValueKind.None ? Call(value.Sources[1], new CallArguments([item], []), node) : item;
            _heap.Set(groups, WaitingItem, item);
            _heap.Set(groups, WaitingKey, key);
        }

        return more;
    }
}
