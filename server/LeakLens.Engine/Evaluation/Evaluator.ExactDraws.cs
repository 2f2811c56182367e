using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What built-in functions and methods draw from an iterable: an exception that leaves it leaves them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>An item goes into a container; what it raises, such as for a pair that is none, ends the drawing.</summary>
    private Completion AddFrom(HeapObject container, Value item, SyntaxNode node)
    {
        if (container.Kind == ObjectKind.Dict && IsExact)
        {
            SetPair(container, item, node);
        }
        else if (container.Kind == ObjectKind.Dict)
        {
            var key = item.Reference?.Get(SlotKey.Item(0)) ?? Value.Unknown;
            var value = item.Reference?.Get(SlotKey.Item(1)) ?? Value.Unknown;
            SetKey(container, key, value, node, isLiteral: false);
        }
        else
        {
            Add(container, item, node, "extend");
        }

        return IsExact ? AfterCall() : Completion.Normal;
    }
}
